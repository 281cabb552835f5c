import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportText } from '../../playground/simulation/report.ts';
import { simulate } from '../../playground/simulation/simulation.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { expectedClosings } from './expected-closing.ts';
import { outcomeInvariants } from './outcome.ts';
import { invariants, simulateOn } from './running.ts';

const sizes = [4, 5, 7, 8, 16, 30];
const seeds = [1, 2, 3];

describeWithRedis('whatever the team’s size and whoever is in it', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
  });
  afterAll(() => redis.stop());

  const casts = sizes.flatMap((people) => seeds.map((seed) => ({ people, weeks: 4, seed })));
  it.each(casts)('$people people, seed $seed: all of it holds', async (options) => {
    const simulation = await simulateOn(redis, options);
    for (const [sentence, check] of invariants) {
      expect(() => check(simulation), sentence).not.toThrow();
    }
  });

  it('the casts bring both: pulses that are published, and pulses with too few answers', async () => {
    const small = await simulateOn(redis, { people: 5, weeks: 6, seed: 1 });
    const kinds = expectedClosings(small).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['published', 'too-few']));
  });

  it('the casts are shown levels that noise and the same-side rule have moved, and levels that they have not', async () => {
    const large = await simulateOn(redis, { people: 30, weeks: 12, seed: 2 });
    const closings = expectedClosings(large).filter((closing) => closing.kind === 'published');
    expect(new Set(closings.map(({ own, exact }) => own.position === exact.position)).size).toBe(2);
    expect(new Set(closings.map(({ own, level }) => own.position === level.position)).size).toBe(2);
    for (const [, check] of outcomeInvariants) check(large);
  });
});

it('fewer than five people get prompts but no pulses, and the report says so', async () => {
  const simulation = await simulate({ people: 4, weeks: 2, seed: 1 });
  expect(simulation.pulses).toEqual([]);
  const report = reportText(simulation);
  expect(report).toContain('With 4 people to ask there will be prompts but no pulses');
  expect(report).toContain('There was no pulse to answer: with 4 people to ask');
  expect(report).toContain('No pulse was ever open.');
});
