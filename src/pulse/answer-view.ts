import { type CustodyKind, exception } from '../promise.ts';
import { actions, button, context, escapeText, line, type Message, section } from '../slack/block-kit.ts';
import { answerValue, type ChangeValue, changeValue } from './button-value.ts';
import type { AnswerOutcome, Counted, Refusal } from './pulse-answers.ts';
import type { PulseRecord } from './pulse-record.ts';
import type { Question } from './question.ts';

/** The action id of every answer button, before the option's number: `answer-pulse.2`. */
export const answerAction = 'answer-pulse';
/** Shows the options once more, to the person who has answered. */
export const changeAction = 'change-answer';

/** The private answer to a tap. It never says which option: two taps read the same. */
export function answerReply(outcome: AnswerOutcome, custody: CustodyKind): Message {
  return 'sealed' in outcome ? acknowledgement(outcome, custody) : line(refusals[outcome.kind]);
}

function acknowledgement(counted: Counted, custody: CustodyKind): Message {
  const what = counted.kind === 'added' ? 'Added to the locked total.' : 'Changed in the locked total.';
  const done = `${what} Once the pulse closes, nobody can find out which way, including us${exception(custody)}.`;
  const receipt = `Your receipt: \`${counted.receipt}\`. The list under the result will have it.`;
  const standing =
    'You can change your answer from here while the pulse is open. Once this message is gone, your answer stands.';
  return {
    text: [done, receipt, standing].join('\n'),
    blocks: [
      section(done),
      context(`${receipt} ${standing}`),
      actions('change', [button('Change my answer', changeAction, changeValue(counted))]),
    ],
  };
}

/** The options once more, each carrying the seal, and a way to withdraw. */
export function changeMessage(question: Question, record: PulseRecord, { sealed }: ChangeValue): Message {
  const value = (choice: number | 'none') =>
    answerValue({ pulseId: record.id, choice, optionCount: record.optionCount, sealed });
  const options = question.options.map(({ text }, option) =>
    button(text, `${answerAction}.${option}`, value(option)),
  );
  const withdraw = button('Withdraw my answer', `${answerAction}.x`, value('none'));
  const note = 'Choose again, or withdraw. Until you do, your answer stays as it is.';
  return {
    text: `${escapeText(question.text)}\n${escapeText(question.options.map(({ text }) => text).join(' · '))}\n${note}`,
    blocks: [
      section(`*${escapeText(question.text)}*`),
      actions('answers', options),
      actions('withdraw', [withdraw]),
      context(note),
    ],
  };
}

const refusals: { readonly [refusal in Refusal]: string } = {
  'already-answered':
    'You have already answered this pulse, and this tap changed nothing. To change an answer, use the button in the private line that followed it; if that is gone, your answer stands.',
  'not-on-pulse':
    'This pulse asks the people who were in the channel when it opened, without managers and guests. You are not on it, so nothing was counted.',
  closed: 'This pulse is closed. Nothing was counted.',
  void: 'This pulse can no longer take answers: its key is lost or was exposed. Nothing was counted.',
  malformed: 'This button does not fit the pulse. Nothing was counted.',
  'not-counted': 'The app could not reach its store just now. Your answer was not counted, please try again.',
  uncertain:
    'We could not tell whether it counted. Tap again: “already answered”, or “changed since”, means it did.',
  'not-yours': 'This button belongs to another answer. Nothing was changed.',
  'set-back':
    'The app’s store was set back to an earlier copy, and this answer is no longer in it. Tap an option of the pulse again: “already answered” means that an earlier answer of yours is there and stands.',
  outdated: 'Your answer was changed since this button was shown. The latest change stands.',
};
