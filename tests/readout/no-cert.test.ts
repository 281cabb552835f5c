import { describe, expect, it } from 'vitest';
import { levelOf, mostLevels } from '../../src/readout/level.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Who is sure of somebody: knows whether one other person's answer is strained, from the level and their own. */
function certainties(answers: number, levelAt: (strained: number) => number): readonly string[] {
  const vectors = range(0, 2 ** answers - 1);
  const strainedIn = (vector: number) => vector.toString(2).replaceAll('0', '').length;
  const possible = new Map<string, number>();
  for (const vector of vectors) {
    const own = vector & 1;
    const level = levelAt(strainedIn(vector));
    range(1, answers - 1).forEach((other) => {
      const key = `${own}|${level}|${other}`;
      possible.set(key, (possible.get(key) ?? 0) | (1 << ((vector >> other) & 1)));
    });
  }
  return [...possible].filter(([, values]) => values !== 0b11).map(([key]) => key);
}

describe('somebody who knows their own answer and reads the level', () => {
  it.each(range(5, 14))('cannot be sure of anyone’s answer among %i, on any scale', (answers) => {
    for (const scale of range(2, mostLevels(answers)))
      expect(certainties(answers, (strained) => levelOf(strained, answers, scale).position)).toEqual([]);
  });

  it('could be, if the exact number were shown: the test is not blind', () => {
    for (const answers of range(5, 9)) expect(certainties(answers, (strained) => strained)).not.toEqual([]);
  });

  it('could be, with two levels for four answers: five is the floor for a reason', () => {
    expect(certainties(4, (strained) => (strained <= 1 ? 0 : 1))).not.toEqual([]);
    expect(certainties(4, (strained) => (strained <= 2 ? 0 : 1))).not.toEqual([]);
  });
});
