import { type Simulation, type SimulationOptions, simulate } from '../../playground/simulation/simulation.ts';
import type { Log } from '../../src/ports.ts';
import { openStore } from '../../src/redis/connection.ts';
import type { PrivateRedis } from '../support/private-redis.ts';
import type { Invariant } from './invariant.ts';
import { outcomeInvariants } from './outcome.ts';
import { practiceInvariants } from './practice.ts';
import { rhythmInvariants } from './rhythm.ts';
import { secrecyInvariants } from './secrecy.ts';

/** Everything that must hold for every simulation. */
export const invariants: readonly Invariant[] = [
  ...rhythmInvariants,
  ...outcomeInvariants,
  ...secrecyInvariants,
  ...practiceInvariants,
];

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A simulation on this Redis, emptied before. */
export async function simulateOn(
  redis: PrivateRedis,
  options: SimulationOptions,
  others: readonly 'same-store'[] = [],
): Promise<Simulation> {
  await redis.client.flushall();
  const store = await openStore({ url: redis.url, dataDir: redis.folder, log: silent });
  try {
    return await simulate(options, { store, others });
  } finally {
    await store.close();
  }
}
