import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { custodiesOfPeers, peerName } from '../../src/redis/peers.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { type RedisCluster, startRedisCluster } from '../support/redis-cluster.ts';
import { openKind, recordingLog } from './stores.ts';

const open = (url: string, custody?: string): Promise<Store> =>
  openStore({
    url,
    dataDir: '/nowhere',
    log: recordingLog(),
    ...(custody ? { name: peerName(custody) } : {}),
  });

describeWithRedis('where the processes that are connected keep keys', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startPrivateRedis();
  });
  afterAll(() => redis.stop());

  it('is told of each that runs, once, and of none that has ended', async () => {
    const [one, twin, other] = [
      await open(redis.url, 'A-1'),
      await open(redis.url, 'A-1'),
      await open(redis.url, 'B-f'),
    ];
    one.connectionFor('queue');
    expect((await custodiesOfPeers(one.client)).toSorted()).toEqual(['A-1', 'B-f']);
    await other.close();
    await eventually(async () => (await custodiesOfPeers(one.client)).join() === 'A-1');
    await twin.close();
    await one.close();
  });

  it('is told again after Redis was away', async () => {
    const store = await open(redis.url, 'A-2');
    await redis.restart();
    await eventually(async () => (await custodiesOfPeers(store.client)).join() === 'A-2');
    await store.close();
  });

  it('is not told by those who do not say, nor where it is forbidden to ask', async () => {
    const store = await open(redis.url, 'A-3');
    const nameless = await open(redis.url);
    expect(await custodiesOfPeers(nameless.client)).toEqual(['A-3']);
    await redis.client.call('ACL', 'SETUSER', 'guest', 'on', 'nopass', '~*', '+@all', '-client|list');
    const guest = new Redis({ path: redis.socketPath, username: 'guest', password: 'any' });
    expect(await custodiesOfPeers(guest)).toEqual([]);
    guest.disconnect();
    await nameless.close();
    await store.close();
  });
});

describeWithRedis('in a Cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster.stop());

  it('it is asked of every node', async () => {
    const [one, other] = [await open(cluster.url, 'A-1'), await open(cluster.url, 'A-2')];
    await custodiesOfPeers(other.client);
    expect((await custodiesOfPeers(one.client)).toSorted()).toEqual(['A-1', 'A-2']);
    await one.close();
    await other.close();
  });
});

describe('the embedded store', () => {
  it('has no others', async () => {
    const { store, close } = await openKind('embedded');
    expect(await custodiesOfPeers(store.client)).toEqual([]);
    await close();
  });
});
