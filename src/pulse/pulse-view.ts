import type { SectionBlock } from '@slack/types';
import type { Locale } from '../locale.ts';
import {
  actions,
  button,
  context,
  dateToken,
  escapeText,
  type Message,
  section,
} from '../slack/block-kit.ts';
import { answerActionId } from './answer-view.ts';
import { answerValue } from './button-value.ts';
import type { PulseRecord } from './pulse-record.ts';
import type { Question } from './question.ts';
import { pulseWords } from './words/index.ts';

/** What the message of a pulse shows of it: nothing that changes while it is open. */
type Shown = Pick<PulseRecord, 'id' | 'optionCount' | 'threshold' | 'closesAt'>;

/** The pulse as the channel sees it, unchanged until it closes. */
export function pulseMessage(question: Question, record: Shown, timezone: string, locale: Locale): Message {
  const { message: words } = pulseWords(locale);
  const promise = words.promise(record.threshold, dateToken(record.closesAt, timezone, locale));
  const options = question.options.map(({ text }, option) =>
    button(
      text,
      answerActionId(option, locale),
      answerValue({ pulseId: record.id, choice: option, optionCount: record.optionCount }),
    ),
  );
  const choices = question.options.map(({ text }) => text).join(' · ');
  return {
    text: `${words.title(escapeText(question.text))}\n${escapeText(choices)}\n${promise}`,
    blocks: [questionSection(question), actions('answers', options), context(promise)],
  };
}

/** What stays of the pulse's message once it has closed: the question, without buttons. */
export function closedPulseMessage(question: Question, locale: Locale): Message {
  const { message: words } = pulseWords(locale);
  return {
    text: `${words.title(escapeText(question.text))}\n${words.closed}`,
    blocks: [questionSection(question), context(words.closed)],
  };
}

/** The next question, privately, for managers. */
export function questionPreview(question: Question, locale: Locale): Message {
  const title = pulseWords(locale).message.nextQuestion;
  const choices = escapeText(question.options.map(({ text }) => text).join(' · '));
  return {
    text: `${title}: ${escapeText(question.text)}\n${choices}`,
    blocks: [context(title), questionSection(question), context(choices)],
  };
}

function questionSection(question: Question): SectionBlock {
  return section(`*${escapeText(question.text)}*`);
}
