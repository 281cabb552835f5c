import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { PulseRecord } from '../../src/pulse/pulse-record.ts';
import { createPulseStore, type PulseStore } from '../../src/pulse/pulse-store.ts';
import { markOf } from '../../src/pulse/record-mark.ts';
import { type Choice, maskedVote, tokenOf } from '../../src/pulse/tally.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { recordingLog } from '../redis/stores.ts';
import { type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { freshR, keyNumber, sampleRecord, team } from './samples.ts';

/** A real Redis for a test file, emptied before each test, and the store the app would use. */
export function withRedis() {
  const found: { redis?: PrivateRedis; store?: Store } = {};
  beforeAll(async () => {
    found.redis = await startPrivateRedis();
    found.store = await openStore({ url: found.redis.url, dataDir: '/nowhere', log: recordingLog() });
  });
  afterAll(async () => {
    await found.store?.close();
    await found.redis?.stop();
  });
  beforeEach(() => found.redis?.client.flushall());
  return {
    get redis(): PrivateRedis {
      if (found.redis === undefined) throw new Error('Redis is not running yet');
      return found.redis;
    },
    get store(): Store {
      if (found.store === undefined) throw new Error('the store is not open yet');
      return found.store;
    },
  };
}

export const pulseKey = keyNumber(3);
export const people = ['UANN', 'UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS', 'UHAL'] as const;
export const lastPulse = { openedAt: 1000, electorate: 8, count: 1, rosterChanges: 0 };
export const pulseKeys = [keys.pulse(team), keys.tokens(team), keys.tally(team)] as const;

/** The team as far as the scripts look: its key is there. */
export const enrolled = (store: Store) => store.client.set(keys.team(team), '{}');

/** Opens a pulse for these people directly in the store. */
export async function opened(
  store: Store,
  fields: Partial<PulseRecord> = {},
  users: readonly string[] = people,
): Promise<{ readonly pulses: PulseStore; readonly record: PulseRecord }> {
  const pulses = createPulseStore({ client: store.client });
  const record = sampleRecord({ electorate: users.length, ...fields });
  const tokens = users.map((user) => tokenOf(pulseKey, user));
  const last = { ...lastPulse, electorate: users.length };
  await enrolled(store);
  await pulses.open(team, record, tokens, last, markOf(pulseKey, record, tokens));
  return { pulses, record };
}

/** One attempt of a person, with a fresh r, as the service would make it. */
export function attempt(user: string, choice: Choice, fields: { readonly ts?: string } = {}) {
  const token = tokenOf(pulseKey, user);
  const r = freshR();
  const additions = maskedVote({ pulseKey, token, r, choice, optionCount: 5 });
  return { pulseId: sampleRecord().id, token, version: 0, r, additions, ts: '1.1', ...fields };
}
