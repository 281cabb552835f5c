import type { Counts } from '../pulse/pulse-closing.ts';
import { scaleFor } from './level.ts';

export const participations = [
  'fewer than half',
  'half to three quarters',
  'more than three quarters',
] as const;
export type Participation = (typeof participations)[number];

/** Below this electorate the words would give the number of answers away (rule 6). */
const SMALLEST_ELECTORATE = 16;

/**
 * How many answered, in coarse words, for larger teams only. Nothing where a scale and these words together would
 * leave a single number: that depends on electorate and threshold only.
 */
export function participationOf(
  answers: number,
  { electorate, threshold }: Pick<Counts, 'electorate' | 'threshold'>,
): Participation | null {
  if (electorate < SMALLEST_ELECTORATE || givesNumberAway(electorate, threshold)) return null;
  return wordsFor(answers, electorate);
}

function wordsFor(answers: number, electorate: number): Participation {
  const share = answers / electorate;
  if (share < 0.5) return participations[0];
  return share <= 0.75 ? participations[1] : participations[2];
}

function givesNumberAway(electorate: number, threshold: number): boolean {
  const cells = new Map<string, number>();
  for (let answers = threshold; answers <= electorate; answers += 1) {
    const cell = `${scaleFor(electorate, answers, threshold)} ${wordsFor(answers, electorate)}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells.values()].includes(1);
}
