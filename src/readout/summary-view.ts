import type { Locale } from '../locale.ts';
import { context, divider, header, type Message, section } from '../slack/block-kit.ts';
import type { Settings } from '../team/team.ts';
import type { Closing } from './readout.ts';
import { type Followed, summarySection } from './readout-view.ts';
import { readoutWords } from './words/index.ts';

/** A team's summary: its tracked questions with what is remembered of each, and how the last pulse ended. */
export type Summary = {
  readonly last: Closing | undefined;
  readonly questions: readonly Followed[];
};

/** Where and in what language a summary is read. */
export type Reading = Pick<Settings, 'timezone' | 'locale'>;

/** The summary as a private message; `practice` is a sentence about asks and hand-overs, where there is one to say. */
export function summaryMessage(summary: Summary, reading: Reading, practice?: string): Message {
  const { title, note } = readoutWords(reading.locale).summary;
  const parts = partsOfMessage(summary, reading, practice);
  return {
    text: [title, ...parts, note].join('\n\n'),
    blocks: [header(title), ...parts.map(section), divider, context(note)],
  };
}

/** Its paragraphs: the questions first, in their order. */
export function partsOfMessage(summary: Summary, reading: Reading, practice?: string): readonly string[] {
  return [...summaryParts(summary, reading), ...(practice === undefined ? [] : [practice])];
}

/** The summary as paragraphs, for the message and the Home tab. */
export function summaryParts({ last, questions }: Summary, reading: Reading): readonly string[] {
  const parts = questions.map((followed) => summarySection(followed, reading).join('\n'));
  return [...parts, ...lastSentence(last, reading.locale)];
}

function lastSentence(last: Closing | undefined, locale: Locale): readonly string[] {
  const { lastTooFew, lastVoid } = readoutWords(locale).summary;
  if (last?.kind === 'too-few') return [lastTooFew];
  return last?.kind === 'void' ? [lastVoid] : [];
}
