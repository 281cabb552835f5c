import type { Locale } from '../locale.ts';
import { type CustodyKind, exception } from '../promise.ts';
import { actions, button, context, escapeText, line, type Message, section } from '../slack/block-kit.ts';
import { answerValue, type ChangeValue, changeValue } from './button-value.ts';
import type { AnswerOutcome, Counted } from './pulse-answers.ts';
import type { PulseRecord } from './pulse-record.ts';
import type { Question } from './question.ts';
import type { Choice } from './tally.ts';
import { pulseWords } from './words/index.ts';

/** The first part of the action id of every answer button. */
export const answerAction = 'answer-pulse';
/**
 * `answer-pulse.2.de`: the language of the message goes along in the button, so that answering a tap in that language
 * costs no question to the store.
 */
export const answerActionId = (choice: Choice, locale: Locale): string =>
  `${answerAction}.${choice === 'none' ? 'x' : choice}.${locale}`;
/** Shows the options once more, to the person who has answered. */
export const changeAction = 'change-answer';

/** The private answer to a tap. It never says which option: two taps read the same. */
export function answerReply(outcome: AnswerOutcome, custody: CustodyKind, locale: Locale): Message {
  if ('sealed' in outcome) return acknowledgement(outcome, custody, locale);
  return line(pulseWords(locale).refusals[outcome.kind]);
}

function acknowledgement(counted: Counted, custody: CustodyKind, locale: Locale): Message {
  const { acknowledgement: words } = pulseWords(locale);
  const done = `${words[counted.kind]} ${words.promise(exception(custody, locale))}`;
  const receipt = words.receipt(`\`${counted.receipt}\``);
  return {
    text: [done, receipt, words.standing].join('\n'),
    blocks: [
      section(done),
      context(`${receipt} ${words.standing}`),
      actions('change', [button(words.change, changeAction, changeValue(counted))]),
    ],
  };
}

/** The options once more, each carrying the seal, and a way to withdraw. */
export function changeMessage(
  question: Question,
  record: PulseRecord,
  { sealed }: ChangeValue,
  locale: Locale,
): Message {
  const { change: words } = pulseWords(locale);
  const value = (choice: number | 'none') =>
    answerValue({ pulseId: record.id, choice, optionCount: record.optionCount, sealed });
  const options = question.options.map(({ text }, option) =>
    button(text, answerActionId(option, locale), value(option)),
  );
  const withdraw = button(words.withdraw, answerActionId('none', locale), value('none'));
  return {
    text: `${escapeText(question.text)}\n${escapeText(question.options.map(({ text }) => text).join(' · '))}\n${words.note}`,
    blocks: [
      section(`*${escapeText(question.text)}*`),
      actions('answers', options),
      actions('withdraw', [withdraw]),
      context(words.note),
    ],
  };
}
