import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { withoutArguments } from '../../src/redis/store-error.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { startWatchedRedis, type WatchedRedis } from '../support/redis-sentinel.ts';
import { eventually, recordingLog } from './stores.ts';

describeWithRedis('a Redis that Sentinels watch', () => {
  const log = recordingLog();
  let redis: WatchedRedis;
  let store: Store | undefined;
  beforeEach(async () => {
    redis = await startWatchedRedis();
  });
  afterEach(async () => {
    await store?.close();
    await redis.stop();
  });
  const open = async (url = redis.url) => {
    store = await openStore({ url, dataDir: '/nowhere', log, attempts: 2, pause: 5 });
    return store;
  };
  const isWritable = (to: Store) =>
    withoutArguments(to.client.set('after', 'the change')).then(
      () => true,
      () => false,
    );

  it('is found by asking them, and named to people by what they watch', async () => {
    const { client, description } = await open();
    await client.set('key', 'value');
    expect(await redis.master.client.get('key')).toBe('value');
    expect(description).toBe(`Redis at mymaster of the Sentinels ${redis.sentinel.address}`);
  });

  it('is found again once another server has taken the master’s part, by the queue too', async () => {
    const found = await open();
    const queue = found.connectionFor('queue');
    await found.client.set('before', 'kept');
    await found.client.wait(1, 1_000);
    await redis.master.kill();
    await eventually(() => isWritable(found));
    expect(await redis.replica.client.get('after')).toBe('the change');
    expect(await found.client.get('before')).toBe('kept');
    expect(await queue.get('before')).toBe('kept');
    expect(log.lines.at(-1)).toMatch(/^info: Redis at mymaster .* is back/);
  });

  it('is found again when the old master lives on as a replica that takes no writes', async () => {
    const found = await open();
    const { master, replica, sentinel } = redis;
    // Refused for as long as the Sentinel has not met the replica.
    const failOver = () => sentinel.client.call('SENTINEL', 'FAILOVER', 'mymaster');
    await eventually(() => failOver().then(Boolean, () => false));
    const named = () => sentinel.client.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'mymaster');
    await eventually(async () => String(await named()).includes(String(replica.port)));
    await master.client.replicaof('127.0.0.1', replica.port);
    await eventually(() => isWritable(found));
    expect(await replica.client.get('after')).toBe('the change');
  });

  it('is a sentence where no Sentinel answers, and where they watch nothing of that name', async () => {
    const refusal = async (url: string) => {
      const failure = await open(url).catch((error: unknown) => error);
      return failure instanceof Error ? failure.message : 'it opened';
    };
    expect(await refusal(`${redis.url}-other`)).toMatch(/could not be reached in 2 attempts \(NO_SENTINEL\)/);
    await redis.sentinel.kill();
    expect(await refusal(redis.url)).toMatch(/could not be reached in 2 attempts \(NO_SENTINEL\)/);
  });
});
