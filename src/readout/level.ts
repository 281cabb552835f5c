import type { Locale } from '../locale.ts';
import { readoutWords } from './words/index.ts';

/**
 * Levels: bands of the number of strained answers, so coarse that nobody who knows c answers can become certain
 * of another (docs/privacy.md, "The rules of disclosure", rules 1 and 2). With two levels that needs n ≥ 2c + 3.
 */

/** Answers a curious person knows: their own. */
export const KNOWN = 1;
const MOST_LEVELS = 5;
/** The share of the electorate that is expected to answer, which fixes the scale. */
const EXPECTED_SHARE = 0.65;
const FEWEST_ANSWERS = 2 * KNOWN + 3;
/** One more level needs so many more answers: c + 2. */
const STEP = KNOWN + 2;

/** A band of strained answers, both ends included. */
export type Band = { readonly from: number; readonly to: number };

/** A level's place on its scale, from 0 (calm), and how many levels the scale has. */
export type Level = { readonly position: number; readonly scale: number };

/** The level's word, such as `about half`. */
export function levelName(level: Level, locale: Locale): string {
  const names: { readonly [scale: number]: readonly string[] } = readoutWords(locale).levels;
  const name = names[level.scale]?.[level.position];
  if (name === undefined) throw new Error('not a level');
  return name;
}

/** The most levels that n answers allow: B(n) = min(5, ⌊(n + 1) / (c + 2)⌋). */
export function mostLevels(answers: number): number {
  return Math.min(MOST_LEVELS, Math.floor((answers + 1) / (KNOWN + 2)));
}

/**
 * How many levels a pulse uses: fixed by its electorate, so that words mean the same every week, or the largest
 * scale that fits where too few answered for that. Numbers of answers go together in threes from the threshold on, or
 * a scale could belong to one number alone (rule 6).
 */
export function scaleFor(electorate: number, answers: number, threshold: number): number {
  const usual = mostLevels(Math.max(FEWEST_ANSWERS, Math.round(EXPECTED_SHARE * electorate)));
  const beyond = Math.max(answers - Math.max(threshold, FEWEST_ANSWERS), 0);
  return Math.min(usual, mostLevels(answers - (beyond % STEP)));
}

/**
 * Partitions 0..n into `scale` bands as equal as possible, a remainder going to the middle ones (with two bands
 * to the lower). Every band reaches from at most n − c − 1 to at least c + 1; throws where that cannot be.
 */
export function bandsOf(answers: number, scale: number): readonly Band[] {
  if (scale < 2 || scale > mostLevels(answers)) throw new Error('too many levels for so few answers');
  const middle = (scale - 1) / 2;
  const least = Math.floor((answers + 1) / scale);
  const remainder = (answers + 1) % scale;
  const byCloseness = Array.from({ length: scale }, (_, at) => at).sort(
    (one, other) => Math.abs(one - middle) - Math.abs(other - middle) || one - other,
  );
  const wider = new Set(byCloseness.slice(0, remainder));
  let from = 0;
  return Array.from({ length: scale }, (_, at) => {
    const band = { from, to: from + least + (wider.has(at) ? 1 : 0) - 1 };
    from = band.to + 1;
    return band;
  });
}

/** The level of `strained` among `answers`, on a scale of that many levels. */
export function levelOf(strained: number, answers: number, scale: number): Level {
  const position = bandsOf(answers, scale).findIndex(({ from, to }) => from <= strained && strained <= to);
  if (position < 0) throw new Error('more strained answers than answers');
  return { position, scale };
}
