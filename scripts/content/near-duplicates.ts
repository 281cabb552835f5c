import { type Line, linesOf, wordsOf } from './line.ts';

/** From this similarity on, two lines read alike. Found by reading the closest pairs we had, down to 0.3. */
export const TOO_CLOSE = 0.45;

/** What every question of a pulse has to say, and so says nothing about how alike two of them are. */
const FRAME = /this past week['’]s (?:work|tasks)/;

/** Two lines with their similarity, the later one first. */
export type Pair = { readonly line: Line; readonly earlier: Line; readonly similarity: number };

/**
 * How alike two texts are, from 0 to 1: the share of letter trigrams they have in common (Jaccard), word by word
 * and without case or punctuation, so that `a task` and `tasks` count as close.
 */
export function similarity(one: string, other: string): number {
  return jaccard(trigramsOf(one), trigramsOf(other));
}

/** Pairs of questions, and pairs of steps, that are at least `least` alike, the closest first. */
export function closePairs(lines: readonly Line[], least: number): readonly Pair[] {
  return [linesOf(lines, ['prompt', 'pulse']), linesOf(lines, ['try', 'action'])]
    .flatMap((group) => pairsOf(group))
    .filter((pair) => pair.similarity >= least)
    .toSorted((one, other) => other.similarity - one.similarity);
}

/** Every pair of questions or steps that is too close. */
export function nearDuplicateProblems(lines: readonly Line[]): readonly string[] {
  return closePairs(lines, TOO_CLOSE).map(
    ({ line, earlier, similarity }) =>
      `${line.place}: too close to ${earlier.place} (similarity ${similarity.toFixed(2)}, below ${TOO_CLOSE} allowed)`,
  );
}

function pairsOf(group: readonly Line[]): readonly Pair[] {
  const known = group.map((line) => ({ line, trigrams: trigramsOf(line.text) }));
  return known.flatMap(({ line, trigrams }, at) =>
    known
      .slice(0, at)
      .map((earlier) => ({ line, earlier: earlier.line, similarity: jaccard(trigrams, earlier.trigrams) })),
  );
}

function trigramsOf(text: string): ReadonlySet<string> {
  const padded = wordsOf(text.replace(FRAME, '')).map((word) => ` ${word} `);
  return new Set(
    padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3))),
  );
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}
