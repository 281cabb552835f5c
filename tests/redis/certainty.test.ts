import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { defineScript } from '../../src/redis/scripts.ts';
import { withoutArguments } from '../../src/redis/store-error.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { CANARY, failureOf } from './failures.ts';
import { eventually, recordingLog } from './stores.ts';

/** Longer than any test: Redis takes what is sent, but neither executes nor answers it. */
const PAUSE = 60_000;

const writeThenFail = defineScript({ url: new URL('./write-then-fail.lua', import.meta.url), keys: 2 });

describeWithRedis('what we may know after a failure', () => {
  let redis: PrivateRedis;
  let store: Store;
  const log = recordingLog();
  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    log.lines.length = 0;
    store = await openStore({ url: redis.url, dataDir: '/nowhere', log });
  });
  afterEach(() => store.close());

  const write = () => withoutArguments(store.client.set('key', CANARY));
  const writeByScript = () => writeThenFail(store.client, ['key', 'no-such-hash'], [CANARY]);
  const ways = [
    ['a command', write],
    ['a script', writeByScript],
  ] as const;
  const isAway = () => eventually(() => store.client.status !== 'ready');
  const written = () => redis.client.get('key');

  it.each(ways)('%s issued while Redis is away was not sent, and fails at once', async (_, way) => {
    await redis.kill();
    await isAway();
    const before = performance.now();
    expect(await failureOf(way())).toBe('not-sent OFFLINE');
    expect(performance.now() - before).toBeLessThan(100);
    await redis.restart();
    await eventually(() => store.client.status === 'ready');
    expect(await written()).toBeNull();
  });

  it.each(ways)('%s in flight when Redis dies may have happened', async (_, way) => {
    await way();
    await redis.client.client('PAUSE', PAUSE, 'WRITE');
    const failure = failureOf(way());
    await redis.kill();
    expect(await failure).toBe('unknown LOST');
    await redis.restart();
  });

  it.each(ways)('%s that is not answered in two seconds may have happened, and has', async (_, way) => {
    await way();
    await redis.client.del('key');
    await redis.client.client('PAUSE', PAUSE, 'WRITE');
    expect(await failureOf(way())).toBe('unknown TIMEOUT');
    await redis.client.client('UNPAUSE');
    await eventually(async () => (await written()) === CANARY);
  });

  it('a command given up when the line broke is not sent again', async () => {
    await redis.client.client('PAUSE', PAUSE, 'WRITE');
    const failure = failureOf(withoutArguments(store.client.incr('counter')));
    store.client.disconnect(true);
    expect(await failure).toBe('unknown LOST');
    await eventually(() => store.client.status === 'ready');
    await redis.client.client('UNPAUSE');
    expect(await withoutArguments(store.client.incr('counter'))).toBe(1);
  });

  it('the log says once that Redis went away and once that it is back', async () => {
    await redis.kill();
    await isAway();
    await redis.restart();
    await eventually(() => log.lines.length === 2);
    expect(log.lines[0]).toMatch(/^warn: Lost Redis at .*trying again until it is back/);
    expect(log.lines[1]).toMatch(/^info: Redis at .* is back/);
    expect(await write()).toBe('OK');
  });

  it.each(ways)('%s is refused whole when memory is used up', async (_, way) => {
    await redis.client.config('SET', 'maxmemory', 1);
    expect(await failureOf(way())).toBe('not-sent OOM');
    await redis.client.config('SET', 'maxmemory', 0);
    expect(await written()).toBeNull();
  });

  it.each(ways)('%s is refused whole by a replica', async (_, way) => {
    await redis.client.replicaof('127.0.0.1', 1);
    expect(await failureOf(way())).toBe('not-sent READONLY');
    await redis.client.replicaof('NO', 'ONE');
    expect(await written()).toBeNull();
  });

  it.each(ways)('%s is refused whole without the replicas Redis asks for', async (_, way) => {
    await redis.client.config('SET', 'min-replicas-to-write', 1);
    expect(await failureOf(way())).toBe('not-sent NOREPLICAS');
    await redis.client.config('SET', 'min-replicas-to-write', 0);
    expect(await written()).toBeNull();
  });

  it('a single command on a key of another type did nothing', async () => {
    await redis.client.hset('key', 'a', 'hash');
    expect(await failureOf(withoutArguments(store.client.append('key', CANARY)))).toBe('not-sent WRONGTYPE');
  });

  it('a script that fails in its middle has written, and is not said to have done nothing', async () => {
    await redis.client.set('a-string', 'x');
    expect(await failureOf(writeThenFail(store.client, ['key', 'a-string'], [CANARY]))).toBe(
      'unknown WRONGTYPE',
    );
    expect(await written()).toBe(CANARY);
  });

  it('a command after close fails, and claims no more than ioredis tells', async () => {
    await store.close();
    expect(await failureOf(write())).toMatch(/^(not-sent OFFLINE|unknown LOST)$/);
    expect(await written()).toBeNull();
  });
});
