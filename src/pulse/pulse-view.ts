import type { SectionBlock } from '@slack/types';
import {
  actions,
  button,
  context,
  dateToken,
  escapeText,
  type Message,
  section,
} from '../slack/block-kit.ts';
import { answerAction } from './answer-view.ts';
import { answerValue } from './button-value.ts';
import type { PulseRecord } from './pulse-record.ts';
import type { Question } from './question.ts';

/** What the message of a pulse shows of it: nothing that changes while it is open. */
type Shown = Pick<PulseRecord, 'id' | 'optionCount' | 'threshold' | 'closesAt'>;

/** The pulse as the channel sees it, unchanged until it closes. */
export function pulseMessage(question: Question, record: Shown, timezone: string): Message {
  const promise = [
    'Anonymous: added to a locked total, shown only when at least',
    `${record.threshold} people answer, only as a level, only after it closes on ${dateToken(record.closesAt, timezone)}.`,
  ].join(' ');
  const options = question.options.map(({ text }, option) =>
    button(
      text,
      `${answerAction}.${option}`,
      answerValue({ pulseId: record.id, choice: option, optionCount: record.optionCount }),
    ),
  );
  const choices = question.options.map(({ text }) => text).join(' · ');
  return {
    text: `Anonymous pulse: ${escapeText(question.text)}\n${escapeText(choices)}\n${promise}`,
    blocks: [questionSection(question), actions('answers', options), context(promise)],
  };
}

/** What stays of the pulse's message once it has closed: the question, without buttons. */
export function closedPulseMessage(question: Question): Message {
  return {
    text: `Anonymous pulse: ${escapeText(question.text)}\nThis pulse is closed.`,
    blocks: [questionSection(question), context('This pulse is closed.')],
  };
}

/** The next question, privately, for managers. */
export function questionPreview(question: Question): Message {
  const title = 'The next question';
  const choices = escapeText(question.options.map(({ text }) => text).join(' · '));
  return {
    text: `${title}: ${escapeText(question.text)}\n${choices}`,
    blocks: [context(title), questionSection(question), context(choices)],
  };
}

function questionSection(question: Question): SectionBlock {
  return section(`*${escapeText(question.text)}*`);
}
