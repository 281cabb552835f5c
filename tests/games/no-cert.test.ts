import { describe, expect, it } from 'vitest';
import { bandsOf, mostLevels, scaleFor } from '../../src/readout/level.ts';
import { bitCount } from './cast/bits.ts';
import { partitionsOf } from './cast/partitions.ts';
import { range } from './cast/range.ts';
import { recordGame } from './support/record.ts';

/** The answers that are told apart by what is published: a cell's number for each number of strained answers. */
type Cells = readonly number[];

/** Every number of answers of the game with every scale the product can use for it, whatever the electorate. */
const MOST_ANSWERS = 14;
const pulses = range(5, MOST_ANSWERS).flatMap((answers) => {
  const scales = new Set(range(answers, 200).map((electorate) => scaleFor(electorate, answers, 5)));
  return [...scales].map((scale) => ({ answers, scale }));
});

const cellsOf = (bands: readonly { readonly from: number; readonly to: number }[]): Cells =>
  bands.flatMap(({ from, to }, cell) => range(from, to).map(() => cell));

const exactCounts = (answers: number): Cells => range(0, answers);

describe('NO-CERT: somebody who knows one answer, how many answered, and the level', () => {
  it('covers every scale from two to five', () => {
    expect(new Set(pulses.map(({ scale }) => scale))).toEqual(new Set([2, 3, 4, 5]));
    for (const { answers, scale } of pulses) expect(scale).toBeLessThanOrEqual(mostLevels(answers));
  });

  it.each(pulses)('is never sure of another’s among $answers on $scale levels', ({ answers, scale }) => {
    expect(pinnedPairs(cellsOf(bandsOf(answers, scale)), answers).pinned).toBe(0);
  });

  it('is sure of somebody in every pulse whose exact count is shown: the game is not blind', () => {
    for (const answers of range(5, 10))
      expect(pinnedPairs(exactCounts(answers), answers).pinned).toBeGreaterThan(0);
  });

  it('can be sure of somebody exactly where bands break the rule, whatever the bands', () => {
    for (const answers of range(2, 9))
      for (const bands of partitionsOf(answers)) {
        const keepsRule = bands.every(({ from, to }) => to >= 2 && from <= answers - 2);
        expect(pinnedPairs(cellsOf(bands), answers).pinned === 0).toBe(keepsRule);
      }
  });

  it('can be sure of somebody below five answers, whichever two levels or more there are', () => {
    for (const answers of range(2, 4))
      for (const bands of partitionsOf(answers).filter(({ length }) => length >= 2))
        expect(pinnedPairs(cellsOf(bands), answers).pinned).toBeGreaterThan(0);
  });

  it('reports what it found', () => {
    const ours = pulses.map(({ answers, scale }) => pinnedPairs(cellsOf(bandsOf(answers, scale)), answers));
    const theirs = range(5, MOST_ANSWERS).map((answers) => pinnedPairs(exactCounts(answers), answers));
    recordGame({
      game: 'NO-CERT',
      attacker: summed(ours),
      control: `exact counts: ${summed(theirs)}`,
    });
  });
});

type Pinned = { readonly pinned: number; readonly pairs: number };

/**
 * Tries every vector of answers. For each pair of what the attacker knows (their own answer and the cell) and a
 * colleague, notes which of the two answers that colleague can have; a pair with one left is a certainty.
 */
function pinnedPairs(cells: Cells, answers: number): Pinned {
  const both = 0b11;
  const possible = new Map<number, number>();
  for (let vector = 0; vector < 2 ** answers; vector += 1) {
    const cell = cells[bitCount(vector)];
    if (cell === undefined) throw new Error('a number of strained answers without a cell');
    for (let other = 1; other < answers; other += 1) {
      const key = (cell * 2 + (vector & 1)) * answers + other;
      possible.set(key, (possible.get(key) ?? 0) | (1 << ((vector >> other) & 1)));
    }
  }
  return { pinned: [...possible.values()].filter((values) => values !== both).length, pairs: possible.size };
}

function summed(results: readonly Pinned[]): string {
  const pinned = results.reduce((total, result) => total + result.pinned, 0);
  const pairs = results.reduce((total, result) => total + result.pairs, 0);
  return `certain of ${pinned} of ${pairs}`;
}
