import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportText } from '../../playground/simulation/report.ts';
import { type Simulation, simulate } from '../../playground/simulation/simulation.ts';
import { openStore } from '../../src/redis/connection.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { invariants, silent, simulateOn } from './running.ts';

const options = { people: 9, weeks: 4, seed: 11 };

/** Every command, press, form and heartbeat of the simulation goes to another instance than the one before. */
describeWithRedis('two instances of the app that take turns', () => {
  let redis: PrivateRedis;
  let simulation: Simulation;
  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
    simulation = await simulateOn(redis, options, ['same-store']);
  });
  afterAll(() => redis.stop());

  it.each(invariants)('%s', (_, check) => check(simulation));

  it('say and store the same as one, byte for byte: nothing is kept in memory', async () => {
    expect(reportText(simulation)).toBe(reportText(await simulateOn(redis, options)));
  });

  it('do not, where each has a store of its own', async () => {
    const other = await openStore({ dataDir: `${redis.folder}/other`, log: silent });
    try {
      const apart = await simulate(options, { others: [other] }).catch(() => undefined);
      const broken = invariants.filter(([, check]) => apart === undefined || fails(() => check(apart)));
      expect(broken.length).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });
});

function fails(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}
