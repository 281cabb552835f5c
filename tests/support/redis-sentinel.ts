import { eventually } from './eventually.ts';
import { type RedisNode, startRedisNode } from './redis-nodes.ts';

/** A master and its replica on this machine, watched by one real Sentinel. */
export type WatchedRedis = {
  readonly url: string;
  readonly master: RedisNode;
  readonly replica: RedisNode;
  readonly sentinel: RedisNode;
  stop(): Promise<void>;
};

export async function startWatchedRedis(): Promise<WatchedRedis> {
  const master = await startRedisNode({ 'repl-diskless-sync-delay': '0' });
  const replica = await startRedisNode({ replicaof: `127.0.0.1 ${master.port}` });
  await eventually(async () => (await replica.client.info('replication')).includes('master_link_status:up'));
  const watching = {
    sentinel: `monitor mymaster 127.0.0.1 ${master.port} 1\nsentinel down-after-milliseconds mymaster 500\nsentinel failover-timeout mymaster 2000`,
  };
  const sentinel = await startRedisNode(watching, { sentinel: true });
  const known = async () => String(await sentinel.client.call('SENTINEL', 'REPLICAS', 'mymaster'));
  await eventually(async () => (await known()).includes(String(replica.port)));
  return {
    url: `redis+sentinel://${sentinel.address}/mymaster`,
    master,
    replica,
    sentinel,
    stop: async () => {
      for (const node of [sentinel, replica, master]) await node.stop();
    },
  };
}
