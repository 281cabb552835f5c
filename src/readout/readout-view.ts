import type { Locale } from '../locale.ts';
import type { Question } from '../pulse/question.ts';
import {
  context,
  dateToken,
  escapeText,
  line,
  type Message,
  section,
  shortDate,
} from '../slack/block-kit.ts';
import type { Settings } from '../team/team.ts';
import { type SuggestedActions, suggestedStep } from './action-catalogue.ts';
import { type Level, levelName } from './level.ts';
import { type Closing, directionOf, type History, type Readout, sinceOf } from './readout.ts';
import { readoutWords } from './words/index.ts';

/** A question with the steps that go with it, in one language. */
export type Wording = { readonly question: Question; readonly actions: SuggestedActions };

/** A question that a team follows, with what is remembered of it; `changes`: when (ms) the team was told of some. */
export type Followed = {
  readonly wording: Wording;
  readonly history: History;
  readonly changes: readonly number[];
};

/** The readout as the channel sees it: the level, the direction, one suggested next step. */
export function readoutMessage(wording: Wording, history: History, locale: Locale): Message {
  const readout = history.at(-1);
  if (readout === undefined) throw new Error('there is no readout to show');
  const { readout: words } = readoutWords(locale);
  const findings = [
    levelSentence(wording.question, readout.level, locale),
    readout.isFirst ? words.firstTime : directionSentence(wording.question, history, locale),
  ];
  const finding = [...findings, participationSentence(readout, locale)].filter(Boolean).join(' ');
  const step = stepSentence(wording, readout, locale);
  return {
    text: `${words.title}: ${finding}\n${step}\n${words.note}`,
    blocks: [section(`*${words.title}*\n${finding}`), section(step), context(words.note)],
  };
}

/** Said instead of a readout when too few answered. The text is constant: it shows no number of answers. */
export const tooFewMessage = (threshold: number, locale: Locale): Message =>
  line(readoutWords(locale).readout.tooFew(threshold));

/** Said when the pulse cannot be counted. Nothing is guessed. */
export function voidMessage(reason: Closing['reason'], locale: Locale): Message {
  const { readout: words } = readoutWords(locale);
  return line(words.void(words.voidReasons[reason ?? 'edited']));
}

/** What the channel sees where only managers read readouts. */
export const closedMessage = (locale: Locale): Message => line(readoutWords(locale).readout.closed);

/** `Few of those who answered …` */
export function levelSentence(question: Question, level: Level, locale: Locale): string {
  const name = levelName(level, locale);
  return escapeText(question.readout.replace('{level}', name.charAt(0).toUpperCase() + name.slice(1)));
}

function directionSentence(question: Question, history: History, locale: Locale): string {
  const direction = directionOf(history);
  if (direction === undefined) return '';
  return direction === 'same' ? readoutWords(locale).readout.same : escapeText(question[direction]);
}

function participationSentence({ participation }: Readout, locale: Locale): string {
  return participation === null ? '' : readoutWords(locale).participation[participation];
}

function stepSentence({ actions }: Wording, { level, step }: Readout, locale: Locale): string {
  return readoutWords(locale).readout.step(escapeText(suggestedStep(actions, level, step)));
}

/** One question's part of the summary: the level now, since when, the direction, the past ones and a step. */
export function summarySection(
  { wording, history, changes }: Followed,
  reading: Pick<Settings, 'timezone' | 'locale'>,
): readonly string[] {
  const { question } = wording;
  const { timezone, locale } = reading;
  const { summary: words } = readoutWords(locale);
  const readout = history.at(-1);
  const past = pastLevels(history, changes, reading);
  if (readout === undefined) return [`*${escapeText(question.title)}*\n${words.none}`, past].filter(Boolean);
  const since = dateToken(sinceOf(history) ?? readout.closedAt, timezone, locale);
  const findings = [
    levelSentence(question, readout.level, locale),
    history.length > 1 ? words.since(since) : '',
    directionSentence(question, history, locale),
    participationSentence(readout, locale),
  ];
  return [
    `*${escapeText(question.title)}*\n${findings.filter(Boolean).join(' ')}`,
    past,
    stepSentence(wording, readout, locale),
  ];
}

const bars = ['▁', '▂', '▄', '▆', '█'] as const;

/** Up to eight past levels, oldest first: a row of bars, and the same in words, with what was changed in between. */
function pastLevels(
  history: History,
  changes: readonly number[],
  { timezone, locale }: Pick<Settings, 'timezone' | 'locale'>,
): string {
  const share = ({ position, scale }: Level) => position / (scale - 1);
  const { changed } = readoutWords(locale).summary;
  const date = (instant: number) => shortDate(instant, timezone, locale);
  const chart = history.map(({ level }) => bars[Math.round(share(level) * (bars.length - 1))]).join('');
  const levels = history.map(({ level, closedAt: at }) => ({
    at,
    said: `${date(at)} ${levelName(level, locale)}`,
  }));
  const marks = changes.map((at) => ({ at, said: changed(date(at)) }));
  const words = [...levels, ...marks].sort((one, other) => one.at - other.at).map(({ said }) => said);
  return [chart, words.join(' → ')].filter(Boolean).join('  ');
}
