import type { SectionBlock } from '@slack/types';
import {
  actions,
  button,
  context,
  dateToken,
  escapeText,
  line,
  type Message,
  section,
} from '../slack/block-kit.ts';
import { answerValue, type PulseRecord } from './pulse-record.ts';
import type { AnswerOutcome } from './pulse-service.ts';
import type { Question } from './question.ts';

/** The action id of the answer buttons, before the option's number: `answer-pulse.2`. */
export const answerAction = 'answer-pulse';

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
      answerValue({ pulseId: record.id, option, optionCount: record.optionCount }),
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

/** The private line after a tap. */
export function answerReply(outcome: AnswerOutcome): Message {
  return line(replies[outcome]);
}

const replies: { readonly [outcome in AnswerOutcome]: string } = {
  added: 'Added to the locked total. Once the pulse closes, nobody can find out which way, including us.',
  'already-answered':
    'You have already answered this pulse. Your first answer stands, and this tap changed nothing.',
  'not-on-pulse':
    'This pulse asks the people who were in the channel when it opened, without managers and guests. You are not on it, so nothing was counted.',
  closed: 'This pulse is closed. Nothing was counted.',
  void: 'This pulse can no longer take answers: its key is lost. Nothing was counted.',
  malformed: 'This button does not fit the pulse. Nothing was counted.',
  'not-counted': 'The app could not reach its store just now. Your answer was not counted, please try again.',
  uncertain: 'We could not tell whether it counted. Tap again: “already answered” means it did.',
};

function questionSection(question: Question): SectionBlock {
  return section(`*${escapeText(question.text)}*`);
}
