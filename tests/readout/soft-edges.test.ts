import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { drawNoise, soften } from '../../src/readout/soft-edges.ts';
import { chanceOfNoise, scriptedChance } from '../games/cast/scripted-chance.ts';
import { keyNumber } from '../pulse/samples.ts';

const draws = (key: number, count: number): readonly number[] => {
  const chance = createKeyedStream(keyNumber(key));
  return Array.from({ length: count }, () => drawNoise(chance));
};

describe('the noise of the soft edges', () => {
  it('is the size of the run of events, with the sign that was drawn first', () => {
    for (const z of [-7, -2, -1, 0, 1, 2, 7]) expect(drawNoise(chanceOfNoise(z))).toBe(z);
  });

  it('is drawn anew where it would be a second zero: zero with a minus sign', () => {
    const minusZero = [1, 0, 1];
    const two = [0, 0, 0, 1, 0, 0, 1, 0, 1];
    expect(drawNoise(scriptedChance([...minusZero, ...two]))).toBe(2);
    expect(drawNoise(scriptedChance([...minusZero, 0, 0, 1]))).toBe(0);
  });

  it('is never a minus zero', () => {
    expect(draws(1, 2000).filter((z) => Object.is(z, -0))).toEqual([]);
  });

  it('is the same again for the same key, and another for another key', () => {
    expect(draws(1, 50)).toEqual(draws(1, 50));
    expect(draws(1, 50)).not.toEqual(draws(2, 50));
  });

  it('falls on both sides', () => {
    const signs = new Set(draws(3, 200).map(Math.sign));
    expect(signs).toEqual(new Set([-1, 0, 1]));
  });
});

describe('a softened number', () => {
  it('is the number and the noise, held within 0 and the number of answers', () => {
    expect([-3, -1, 0, 2, 9].map((z) => soften(2, 6, chanceOfNoise(z)))).toEqual([0, 1, 2, 4, 6]);
  });

  it('is a whole number within its bounds for any key', () => {
    const counts = fc
      .integer({ min: 5, max: 60 })
      .chain((answers) => fc.tuple(fc.nat(answers), fc.constant(answers)));
    fc.assert(
      fc.property(counts, fc.nat(255), ([strained, answers], key) => {
        const softened = soften(strained, answers, createKeyedStream(keyNumber(key)));
        expect(Number.isInteger(softened) && softened >= 0 && softened <= answers).toBe(true);
      }),
    );
  });
});
