import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Random } from '../../src/ports.ts';
import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { deriveKey } from '../../src/pulse/pulse-key.ts';
import { type Band, bandsOf, mostLevels } from '../../src/readout/level.ts';
import { drawNoise, soften } from '../../src/readout/soft-edges.ts';
import { createDice, type Dice } from './cast/dice.ts';
import { exactChance } from './cast/exact-level.ts';
import { type InPowersOfQ, minus, one, signOf, stretch, timesPowerOfQ } from './cast/in-powers-of-q.ts';
import { distanceFromLaplace, geometric } from './cast/noise-cells.ts';
import { range } from './cast/range.ts';
import { chanceOfNoise } from './cast/scripted-chance.ts';
import { levelChances, Q } from './cast/soft-level.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const MOST_ANSWERS = 50;
const seed = seedOf('SOFT');

/** Every two neighbouring numbers of strained answers, with every level of every scale. */
const neighbours = range(5, MOST_ANSWERS).flatMap((answers) =>
  range(2, mostLevels(answers)).flatMap((scale) =>
    bandsOf(answers, scale).flatMap((band) =>
      range(0, answers - 1).map((strained) => ({
        band,
        strained,
        fewer: exactChance(band, strained, answers),
        more: exactChance(band, strained + 1, answers),
      })),
    ),
  ),
);

/** Each edge parts two levels, and moves both. */
const edges = range(5, MOST_ANSWERS)
  .flatMap((answers) => range(2, mostLevels(answers)))
  .reduce((sum, scale) => sum + scale - 1, 0);
const NEVER: InPowersOfQ = new Map();
const holds = ({ from, to }: Band, strained: number): boolean => from <= strained && strained <= to;

describe('SOFT: one answer more or less, for all n up to 50 and all scales', () => {
  it('changes the chance of no level by more than a factor of e, computed exactly', () => {
    expect(neighbours.filter(({ fewer, more }) => !isWithinFactorE(fewer, more))).toEqual([]);
  });

  it('changes it by exactly e somewhere: the bound is reached, and the computation meets it without a tolerance', () => {
    const reached = neighbours.filter(({ fewer, more }) => isExactlyFactorE(fewer, more));
    expect(reached.length).toBeGreaterThan(0);
  });

  it('does so in floating point too, to 1e-12', () => {
    for (const answers of range(5, MOST_ANSWERS))
      for (const scale of range(2, mostLevels(answers)))
        expect(largestFactor(answers, scale)).toBeLessThanOrEqual(Math.E * (1 + 1e-12));
  });

  it('changes it by more than e with half the noise (ε = 2): the game is not blind', () => {
    const tooFar = neighbours.filter(
      ({ fewer, more }) => !isWithinFactorE(stretch(fewer, 2), stretch(more, 2)),
    );
    expect(tooFar.length).toBeGreaterThan(neighbours.length / 4);
  });

  it('changes it from never to always without noise: at every edge between two levels', () => {
    const withoutNoise = neighbours.map(({ band, strained }) => ({
      fewer: holds(band, strained) ? one : NEVER,
      more: holds(band, strained + 1) ? one : NEVER,
    }));
    const tooFar = withoutNoise.filter(({ fewer, more }) => !isWithinFactorE(fewer, more));
    expect(tooFar).toHaveLength(2 * edges);
  });

  it('is what the app adds: for every z and s the softened number is s + z, within 0 and n', () => {
    for (const answers of range(5, MOST_ANSWERS))
      for (const z of range(-answers - 1, answers + 1)) {
        const wrong = range(0, answers).filter(
          (strained) =>
            soften(strained, answers, chanceOfNoise(z)) !== Math.min(answers, Math.max(0, strained + z)),
        );
        expect(wrong).toEqual([]);
      }
  });

  it('reports what it found', () => {
    const reached = neighbours.filter(({ fewer, more }) => isExactlyFactorE(fewer, more)).length;
    recordGame({
      game: 'SOFT',
      attacker: `odds shift ×e at most (in ${reached} of ${neighbours.length})`,
      control: 'ε = 2: ×e² (7.39); no noise: without bound',
    });
  });
});

describe('SOFT: the sampler', () => {
  it(`follows P(z) ∝ e^(−|z|) over 60,000 pulses with a key each (SEED=${seed})`, () => {
    const { statistic, critical } = distanceFromLaplace(60_000, (pulse) => drawNoise(chanceOfPulse(pulse)));
    expect(statistic).toBeLessThan(critical);
  });

  it(`follows it over 300,000 draws from one stream (SEED=${seed})`, () => {
    const chance = chanceOfPulse(0);
    const { statistic, critical } = distanceFromLaplace(300_000, () => drawNoise(chance));
    expect(statistic).toBeLessThan(critical);
  });

  it('repeats its draw for the same key, as a close that crashed and starts again must', () => {
    for (const pulse of range(0, 500)) {
      const again = drawNoise(chanceOfPulse(pulse));
      expect(drawNoise(chanceOfPulse(pulse))).toBe(again);
      expect(soften(4, 8, chanceOfPulse(pulse))).toBe(Math.min(8, Math.max(0, 4 + again)));
    }
  });

  it.each([
    ['no noise', () => 0],
    ['half the noise (ε = 2)', (dice: Dice) => geometric(Q ** 2, dice) - geometric(Q ** 2, dice)],
    ['zero taken twice, once with each sign', twoSidedWithTwoZeros],
  ])('with %s is told from ours by the same test', (_, draw) => {
    const dice = createDice(`${seed} control`);
    const { statistic, critical } = distanceFromLaplace(60_000, () => draw(dice));
    expect(statistic).toBeGreaterThan(critical);
  });
});

/** Neither is more than e times the other: fewer − q · more ≥ 0 and the other way round. */
function isWithinFactorE(fewer: InPowersOfQ, more: InPowersOfQ): boolean {
  return differences(fewer, more).every((difference) => signOf(difference) >= 0);
}

function isExactlyFactorE(fewer: InPowersOfQ, more: InPowersOfQ): boolean {
  return differences(fewer, more).some((difference) => signOf(difference) === 0);
}

const differences = (fewer: InPowersOfQ, more: InPowersOfQ) => [
  minus(fewer, timesPowerOfQ(more, 1)),
  minus(more, timesPowerOfQ(fewer, 1)),
];

function largestFactor(answers: number, scale: number): number {
  const rows = range(0, answers).map((strained) => levelChances(strained, answers, scale));
  const factors = rows.slice(1).flatMap((more, strained) =>
    [...more].map((chance, position) => {
      const factor = chance / (rows[strained]?.[position] ?? 0);
      return Math.max(factor, 1 / factor);
    }),
  );
  return Math.max(...factors);
}

/** The stream that a pulse's key fixes, made as the closing makes it. */
function chanceOfPulse(pulse: number): Random {
  const pulseKey = createHash('sha256').update(`${seed}|${pulse}`).digest();
  return createKeyedStream(deriveKey(pulseKey, 'noise'));
}

function twoSidedWithTwoZeros(dice: Dice): number {
  const size = geometric(Q, dice);
  return dice.happens(0.5) ? size : -size;
}
