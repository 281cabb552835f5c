import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { defineScript } from '../../src/redis/scripts.ts';
import { readServerSettings } from '../../src/redis/server-settings.ts';
import { serversOf } from '../../src/redis/servers.ts';
import { withoutArguments } from '../../src/redis/store-error.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type RedisCluster, startRedisCluster } from '../support/redis-cluster.ts';
import type { RedisNode } from '../support/redis-nodes.ts';
import { CANARY, failureOf } from './failures.ts';
import { eventually, recordingLog } from './stores.ts';

const addLanes = defineScript({ url: new URL('./add-lanes.lua', import.meta.url), keys: 1 });

describeWithRedis('a Cluster', () => {
  let cluster: RedisCluster;
  let store: Store;
  beforeAll(async () => {
    cluster = await startRedisCluster();
    store = await openStore({ url: cluster.url, dataDir: '/nowhere', log: recordingLog() });
  });
  afterAll(async () => {
    await store?.close();
    await cluster?.stop();
  });

  /** The node that has a key. */
  async function nodeOf(key: string): Promise<RedisNode> {
    const asked = await Promise.all(
      cluster.nodes.map(async (node) =>
        (await node.client.get(key).catch(() => 'moved')) === 'moved' ? [] : [node],
      ),
    );
    const [found] = asked.flat();
    if (found === undefined) throw new Error('no node has that key');
    return found;
  }

  it('is found from the address of one node, and then used as a whole', async () => {
    const [node] = cluster.nodes;
    const one = await openStore({
      url: `redis://${node?.address}`,
      dataDir: '/nowhere',
      log: recordingLog(),
    });
    for (const key of ['one', 'two', 'three', 'four', 'five', 'six']) await one.client.set(key, 'x');
    expect(serversOf(one.client)).toHaveLength(3);
    await one.close();
  });

  it('has its settings read on every node: one that is not as it should be speaks for all', async () => {
    const amiss = cluster.nodes[2];
    for (const { client } of cluster.nodes) await client.config('SET', 'appendonly', 'yes');
    expect((await readServerSettings(store.client)).warnings).toEqual([]);
    await amiss?.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const { described, warnings } = await readServerSettings(store.client);
    expect(warnings).toHaveLength(1);
    expect(described[0]).toBe('maxmemory-policy allkeys-lru');
    await amiss?.client.config('SET', 'maxmemory-policy', 'noeviction');
  });

  it('does not get a command again whose connection broke: it may have happened', async () => {
    const { client: node } = await nodeOf('counter');
    await store.client.incr('counter');
    await node.client('PAUSE', 60_000, 'WRITE');
    const failures = [
      failureOf(withoutArguments(store.client.incr('counter'))),
      failureOf(addLanes(store.client, ['{counter}:lanes'], [1, 1])),
    ];
    await node.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    expect(await Promise.all(failures)).toEqual(['unknown LOST', 'unknown LOST']);
    await node.client('UNPAUSE');
    await eventually(async () => (await store.client.get('counter').catch(() => '')) === '1');
    expect(await node.exists('{counter}:lanes')).toBe(0);
  });

  it('refuses a command for which it has no node, and the command was not sent', async () => {
    const { client: node } = await nodeOf('counter');
    const slot = Number(await node.call('CLUSTER', 'KEYSLOT', 'counter'));
    for (const { client } of cluster.nodes) await client.call('CLUSTER', 'DELSLOTS', slot);
    await eventually(async () => String(await node.call('CLUSTER', 'INFO')).includes('cluster_state:fail'));
    expect(await failureOf(withoutArguments(store.client.set('counter', CANARY)))).toBe(
      'not-sent CLUSTERDOWN',
    );
  });

  it('that is gone altogether takes no command', async () => {
    for (const node of cluster.nodes) await node.kill();
    await eventually(() => store.client.status !== 'ready');
    const before = performance.now();
    expect(await failureOf(withoutArguments(store.client.set('counter', CANARY)))).toBe('not-sent OFFLINE');
    expect(performance.now() - before).toBeLessThan(100);
  });
});
