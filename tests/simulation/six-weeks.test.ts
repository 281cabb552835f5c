import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { team } from '../../playground/simulation/cast.ts';
import { reportText } from '../../playground/simulation/report.ts';
import { type Simulation, simulate } from '../../playground/simulation/simulation.ts';
import { openStore } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { invariants, silent, simulateOn } from './running.ts';
import { deedsOf, standing } from './standing.ts';

const options = { people: 9, weeks: 6, seed: 7 };

describeWithRedis('six weeks of a team of nine, on a real Redis', () => {
  let redis: PrivateRedis;
  let simulation: Simulation;
  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
    const before = performance.now();
    simulation = await simulateOn(redis, options);
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    process.stderr.write(`Six weeks of a team of nine took ${seconds} s.\n`);
  });
  afterAll(() => redis.stop());

  it.each(invariants)('%s', (_, check) => check(simulation));
  itShowsRefusals(() => simulation);

  it('there are six prompts and six pulses', () => {
    expect(simulation.pulses).toHaveLength(6);
    expect(simulation.end.keys.length).toBeGreaterThan(0);
  });

  it('the same seed gives the same report, byte for byte', async () => {
    const again = await simulateOn(redis, options);
    expect(reportText(again)).toBe(reportText(simulation));
  });

  it('the embedded store gives the same report as a real Redis', async () => {
    expect(reportText(await simulate(options))).toBe(reportText(simulation));
  });

  it('stops at the first error that the app logs, instead of waiting for its retries', async () => {
    await redis.client.flushall();
    await redis.client.set(keys.rotation(team), 'not JSON');
    const store = await openStore({ url: redis.url, dataDir: redis.folder, log: silent });
    try {
      await expect(simulate(options, { store })).rejects.toThrow('The app logged an error: A slot failed');
    } finally {
      await store.close();
    }
  });

  it('another seed gives another report', async () => {
    const other = await simulateOn(redis, { ...options, seed: 8 });
    expect(other.pulses.map(({ taps }) => taps)).not.toEqual(simulation.pulses.map(({ taps }) => taps));
    expect(other.end.keys).not.toEqual(simulation.end.keys);
  });
});

describe('six weeks of a team of nine, on the embedded store', () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await simulate(options);
  });

  it.each(invariants)('%s', (_, check) => check(simulation));
  itShowsRefusals(() => simulation);

  it('the same seed gives the same report, byte for byte', async () => {
    expect(reportText(await simulate(options))).toBe(reportText(simulation));
  });
});

/** Without these the simulation would be blind to what it is there to show. */
function itShowsRefusals(simulation: () => Simulation) {
  it('some people tap twice, the manager taps once, and some do not tap at all', () => {
    const { pulses, cast } = simulation();
    const deeds = pulses.flatMap((pulse) => deedsOf(pulse, simulation()));
    const answered = pulses.flatMap((pulse) => standing(pulse, simulation()));
    expect(deeds.filter(({ kind }) => kind === 'not-on-pulse')).toHaveLength(1);
    expect(deeds.filter(({ kind }) => kind === 'already-answered').length).toBeGreaterThan(1);
    expect(answered.length).toBeLessThan(pulses.length * cast.teammates.length);
  });

  it('some people change their answer through their private line, and some withdraw it', () => {
    const changes = simulation()
      .pulses.flatMap((pulse) => deedsOf(pulse, simulation()))
      .filter(({ kind }) => kind === 'changed');
    const withdrawn = changes.filter(({ tap }) => tap.choice === 'none');
    expect(withdrawn.length).toBeGreaterThan(0);
    expect(changes.length).toBeGreaterThan(withdrawn.length);
  });

  it('people ask, help, say thank you and hand over, and not everything is answered or taken', () => {
    const kinds = new Set(simulation().practice.map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['ask', 'help', 'thank', 'hand-over', 'take', 'decline']),
    );
    expect(simulation().later.map(({ channel }) => channel)).toContain(team.channel);
    expect(simulation().later.some(({ channel }) => channel.startsWith('D'))).toBe(true);
  });

  it('the manager enrols the team, posts what was changed, and reads a summary, an export and the status at the end', () => {
    const { conversations } = simulation();
    expect(conversations.map(({ typed }) => typed)).toEqual([
      '/hands setup mon 9:30',
      '/hands changed',
      '/hands summary',
      '/hands export',
      '/hands status',
    ]);
    expect(conversations.map(({ answers }) => answers.length)).toEqual([1, 0, 1, 1, 1]);
  });
}
