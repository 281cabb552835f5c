import { describe, expect, it } from 'vitest';
import { levelName } from '../../src/readout/level.ts';
import { levelChart, stepNames } from '../../src/readout/level-chart.ts';
import { history } from './samples.ts';

const steps = (levels: readonly (readonly [number, number])[]) => {
  const { scale, isMixed, points } = levelChart(history(levels));
  return { scale, isMixed, steps: points.map(({ step }) => step) };
};

describe('levels as a line', () => {
  it.each([2, 3, 4, 5])('are whole steps of their own scale of %i, from 1', (scale) => {
    const all = Array.from({ length: scale }, (_, position) => [position, scale] as const);
    expect(steps(all)).toEqual({ scale, isMixed: false, steps: all.map((_, at) => at + 1) });
  });

  it.each([3, 4])('of scale %i beside others stand at the step that has their name', (scale) => {
    for (let position = 0; position < scale; position += 1) {
      const { steps: drawn, ...rest } = steps([
        [position, scale],
        [4, 5],
      ]);
      expect(rest).toEqual({ scale: 5, isMixed: true });
      const name = levelName({ position: (drawn[0] ?? 0) - 1, scale: 5 }, 'en');
      expect(name).toBe(levelName({ position, scale }, 'en'));
    }
  });

  it('of two levels beside others stand at the ends, as they are compared', () => {
    expect(
      steps([
        [0, 2],
        [1, 2],
        [1, 3],
      ]),
    ).toEqual({ scale: 5, isMixed: true, steps: [1, 5, 3] });
  });
});

it('the steps are named in words', () => {
  expect(stepNames(5, 'en')).toEqual(['1 few', '2 some', '3 about half', '4 many', '5 most']);
  expect(stepNames(2, 'de')).toEqual(['1 höchstens die Hälfte', '2 mehr als die Hälfte']);
});
