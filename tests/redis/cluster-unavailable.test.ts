import { expect, it } from 'vitest';
import { openStore } from '../../src/redis/connection.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type RedisNode, startRedisNode } from '../support/redis-nodes.ts';
import { recordingLog } from './stores.ts';

describeWithRedis('a list of servers that cannot be used', () => {
  /** What is said of two such servers. */
  async function refusalOf(start: () => Promise<RedisNode>, user = ''): Promise<string> {
    const nodes = await Promise.all([start(), start()]);
    const url = nodes.map(({ address }) => `redis://${user}${address}`).join(',');
    const settings = { url, dataDir: '/nowhere', log: recordingLog(), attempts: 2, pause: 5 };
    const failure = await openStore(settings).catch((error: unknown) => error);
    for (const node of nodes) await node.stop();
    return failure instanceof Error ? failure.message : 'it opened';
  }

  it('is one of servers that are no Cluster', async () => {
    expect(await refusalOf(startRedisNode)).toMatch(
      /^Redis at the Cluster 127\.0\.0\.1:\d+, 127\.0\.0\.1:\d+ could not be reached in 2 attempts \(ERR\)\. /,
    );
  });

  it('is one where nobody listens', async () => {
    const gone = async () => {
      const node = await startRedisNode();
      await node.kill();
      return node;
    };
    expect(await refusalOf(gone)).toMatch(/could not be reached in 2 attempts \(LOST\)/);
  });

  it('is one whose password is wrong, which is said at once and without it', async () => {
    const locked = async () => {
      const node = await startRedisNode({ 'cluster-enabled': 'yes' });
      await node.client.config('SET', 'requirepass', 'the-right-one');
      return node;
    };
    const said = await refusalOf(locked, 'me:CANARY@');
    expect(said).toMatch(/refused us \(WRONGPASS\)\. Check the name, password/);
    expect(said).not.toContain('CANARY');
  });

  it('is one of nodes that have not met yet', async () => {
    expect(await refusalOf(() => startRedisNode({ 'cluster-enabled': 'yes' }))).toMatch(
      /could not be reached in 2 attempts \((LOST|CLUSTERDOWN)\)/,
    );
  });
});
