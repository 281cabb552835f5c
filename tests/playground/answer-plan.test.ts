import { describe, expect, it } from 'vitest';
import { planTaps } from '../../playground/answer-plan.ts';
import { company, everyone, teammates } from '../../playground/company.ts';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { yours } from '../../playground/yours.ts';
import { HOUR } from '../../src/duration.ts';

const OPENED = Date.UTC(2026, 0, 7, 14);
const people = everyone(company);
const pulses = Array.from({ length: 200 }, (_, pulse) =>
  planTaps({ people, openedAt: OPENED, optionCount: 5, random: createSeededRandom(`seed ${pulse}`) }),
);

describe('how simulated teammates answer', () => {
  it('is the same for the same seed, and another for another one', () => {
    const plan = (seed: string) =>
      planTaps({ people, openedAt: OPENED, optionCount: 5, random: createSeededRandom(seed) });
    expect(plan('one')).toEqual(plan('one'));
    expect(plan('one')).not.toEqual(plan('two'));
  });

  it('lets most of them answer, not always all', () => {
    const shares = pulses.map((taps) => taps.length / people.length);
    expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeCloseTo(0.9, 1);
    expect(shares.some((share) => share < 1)).toBe(true);
  });

  it('lets each answer once, with an option that is there, within a pulse of 48 hours', () => {
    for (const taps of pulses) {
      expect(new Set(taps.map(({ person }) => person.id)).size).toBe(taps.length);
      for (const { at, option } of taps) {
        expect([0, 1, 2, 3, 4]).toContain(option);
        expect(at).toBeGreaterThan(OPENED);
        expect(at).toBeLessThan(OPENED + 48 * HOUR);
      }
    }
  });

  it('makes some weeks heavier than others', () => {
    const strained = pulses.map((taps) => taps.filter(({ option }) => option > 2).length / taps.length);
    expect(Math.min(...strained)).toBeLessThan(0.2);
    expect(Math.max(...strained)).toBeGreaterThan(0.8);
  });
});

describe('the place for whoever tries the playground', () => {
  it('is one respondent of each team, never its manager', () => {
    const [harbour, lighthouse] = company.channels;
    for (const channel of [harbour, lighthouse]) {
      if (channel === undefined) throw new Error('The company has lost a channel.');
      expect(teammates(channel)).toContain(yours(channel));
    }
  });
});
