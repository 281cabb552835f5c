import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../../src/ports.ts';
import { createCardStore } from '../../src/practice/card-store.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import type { RedisClient } from '../../src/redis/make-client.ts';
import { failureOf } from '../redis/failures.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The client of a Redis that runs scripts, or does not, and whose answer is lost either way. */
function losing(client: RedisClient, script: 'runs' | 'does not run'): RedisClient {
  const run = async (name: 'eval' | 'evalsha', given: readonly unknown[]) => {
    if (script === 'runs') await Reflect.apply(client[name], client, given);
    throw new Error('the line was cut');
  };
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'eval' || name === 'evalsha') return (...given: unknown[]) => run(name, given);
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

describeWithRedis('the state of a card', () => {
  let redis: PrivateRedis;
  let store: Store;
  beforeEach(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: redis.folder, log: silent });
  });
  afterEach(async () => {
    await store.close();
    await redis.stop();
  });

  test('is written by whoever saw the newest one', async () => {
    const cards = createCardStore({ client: store.client });
    expect(await cards.swap('1', undefined, 'a')).toBe(true);
    expect(await cards.swap('1', undefined, 'b')).toBe(false);
    expect(await cards.swap('1', 'a', 'b')).toBe(true);
    expect(await cards.read('1')).toBe('b');
  });

  test('was written where Redis wrote it, though its answer was lost', async () => {
    const cards = createCardStore({ client: losing(store.client, 'runs') });
    expect(await cards.swap('1', undefined, 'a')).toBe(true);
    expect(await cards.swap('1', 'a', 'b')).toBe(true);
    expect(await cards.swap('1', 'a', 'c')).toBe(false);
    expect(await cards.read('1')).toBe('b');
  });

  test('was not written where nothing came of it', async () => {
    const cards = createCardStore({ client: losing(store.client, 'does not run') });
    expect(await failureOf(cards.swap('1', undefined, 'a'))).toMatch(/^unknown/);
    expect(await cards.read('1')).toBeUndefined();
    await createCardStore({ client: store.client }).swap('1', undefined, 'b');
    expect(await cards.swap('1', undefined, 'a')).toBe(false);
  });

  test('is not asked about where Redis is away', async () => {
    const cards = createCardStore({ client: store.client });
    await redis.kill();
    await expect.poll(() => store.client.status).not.toBe('ready');
    expect(await failureOf(cards.swap('1', undefined, 'a'))).toBe('not-sent OFFLINE');
    await redis.restart();
  });
});
