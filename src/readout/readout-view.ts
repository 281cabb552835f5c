import type { Question } from '../pulse/question.ts';
import { context, dateToken, escapeText, line, type Message, section } from '../slack/block-kit.ts';
import { type SuggestedActions, suggestedStep } from './action-catalogue.ts';
import { type Level, levelName } from './level.ts';
import { type Closing, directionOf, type History, type Readout, sinceOf } from './readout.ts';

/** A question with the steps that go with it. */
export type Wording = { readonly question: Question; readonly actions: SuggestedActions };

const NOTE =
  'For a team conversation, not a diagnosis. Levels are coarse on purpose: */hands privacy* says why.';

/** The readout as the channel sees it: the level, the direction, one suggested next step. */
export function readoutMessage(wording: Wording, history: History): Message {
  const readout = history.at(-1);
  if (readout === undefined) throw new Error('there is no readout to show');
  const findings = [
    levelSentence(wording.question, readout.level),
    readout.isFirst
      ? 'This question is asked for the first time.'
      : directionSentence(wording.question, history),
  ];
  const finding = [...findings, participationSentence(readout)].filter(Boolean).join(' ');
  const step = `A next step: ${escapeText(suggestedStep(wording.actions, readout.level, readout.step))}`;
  return {
    text: `What the pulse says: ${finding}\n${step}\n${NOTE}`,
    blocks: [section(`*What the pulse says*\n${finding}`), section(step), context(NOTE)],
  };
}

/** Said instead of a readout when too few answered. The text is constant: it shows no number of answers. */
export function tooFewMessage(threshold: number): Message {
  return line(
    `Not enough answers to show anything safely (${threshold} needed). They were deleted without being counted.`,
  );
}

const voidReasons: { readonly [reason in NonNullable<Closing['reason']>]: string } = {
  lost: 'its key is lost',
  exposed: 'its key could be read by others on the server',
  edited: 'what was stored had been changed from outside',
};

/** Said when the pulse cannot be counted. Nothing is guessed. */
export function voidMessage(reason: Closing['reason'] = 'edited'): Message {
  return line(
    `This pulse could not be counted: ${voidReasons[reason]}. Its answers are deleted, and nothing is shown.`,
  );
}

/** What the channel sees where only managers read readouts. */
export function closedMessage(): Message {
  return line('Pulse closed. Thank you.');
}

/** `Few of those who answered …` */
export function levelSentence(question: Question, level: Level): string {
  const name = levelName(level);
  return escapeText(question.readout.replace('{level}', name.charAt(0).toUpperCase() + name.slice(1)));
}

function directionSentence(question: Question, history: History): string {
  const direction = directionOf(history);
  if (direction === undefined) return '';
  return direction === 'same' ? 'That is about the same as last time.' : escapeText(question[direction]);
}

function participationSentence(readout: Readout): string {
  const words = readout.participation;
  return words === null ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)} of those asked answered.`;
}

/** One question's part of the summary: the level now, since when, the direction, the past ones and a step. */
export function summarySection(wording: Wording, history: History, timezone: string): readonly string[] {
  const { question, actions } = wording;
  const readout = history.at(-1);
  if (readout === undefined) return [`*${escapeText(question.title)}*\nNo readout yet.`];
  const since = dateToken(sinceOf(history) ?? readout.closedAt, timezone);
  const now = `${levelSentence(question, readout.level)} ${history.length > 1 ? `At this level since ${since}. ` : ''}`;
  return [
    `*${escapeText(question.title)}*\n${now}${directionSentence(question, history)} ${participationSentence(readout)}`.trim(),
    pastLevels(history, timezone),
    `A next step: ${escapeText(suggestedStep(actions, readout.level, readout.step))}`,
  ];
}

const bars = ['▁', '▂', '▄', '▆', '█'] as const;

/** Up to eight past levels, oldest first: a row of bars, and the same in words. */
function pastLevels(history: History, timezone: string): string {
  const share = ({ position, scale }: Level) => position / (scale - 1);
  const chart = history.map(({ level }) => bars[Math.round(share(level) * (bars.length - 1))]).join('');
  const words = history.map(({ level, closedAt }) => `${shortDate(closedAt, timezone)} ${levelName(level)}`);
  return `${chart}  ${words.join(' → ')}`;
}

function shortDate(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(instant);
}
