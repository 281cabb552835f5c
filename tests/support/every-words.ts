import { listenersWords } from '../../listeners/words/index.ts';
import { homeWords } from '../../src/home/words/index.ts';
import type { Locale } from '../../src/locale.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { promptsWords } from '../../src/prompts/words/index.ts';
import { pulseWords } from '../../src/pulse/words/index.ts';
import { readoutWords } from '../../src/readout/words/index.ts';
import { slackWords } from '../../src/slack/words/index.ts';
import { teamWords } from '../../src/team/words/index.ts';
import { baseWords } from '../../src/words/index.ts';
import { textsIn } from './unchanged-words.ts';

/** The words of every room, by its name. */
export const rooms: { readonly [room: string]: (locale: Locale) => unknown } = {
  base: baseWords,
  slack: slackWords,
  team: teamWords,
  practice: practiceWords,
  prompts: promptsWords,
  pulse: pulseWords,
  readout: readoutWords,
  home: homeWords,
  listeners: listenersWords,
};

/** A piece of a text between the values that are filled in, and where it comes from: `team.welcome.more`. */
export type Piece = { readonly path: string; readonly text: string };

/** All the app's words in a language, cut at what is filled in. */
export function piecesIn(locale: Locale): readonly Piece[] {
  return Object.entries(rooms).flatMap(([room, words]) =>
    [...textsIn(words(locale))].flatMap(([path, text]) =>
      text
        .split(/⟨[^⟩]*⟩/)
        .map((piece) => ({ path: `${room}.${path}`, text: piece.trim() }))
        .filter((piece) => piece.text !== ''),
    ),
  );
}

/** Shorter pieces may stand in any language by chance. */
const TELLING = 10;

/** The English pieces that are long enough to be told, and are no German too. */
export function englishPieces(): readonly Piece[] {
  const german = piecesIn('de').map(({ text }) => text);
  return piecesIn('en').filter(
    ({ text }) => text.length >= TELLING && !german.some((other) => other.includes(text)),
  );
}

/** Every text of a payload, at any depth. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
