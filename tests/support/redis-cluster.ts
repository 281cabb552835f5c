import { freePort } from '../../playground/free-port.ts';
import { eventually } from './eventually.ts';
import { type RedisNode, startRedisNode } from './redis-nodes.ts';

/** Keys fall into this many slots, and each node has a share of them. */
const SLOTS = 16_384;

/** A real Redis Cluster on this machine. */
export type RedisCluster = {
  /** The list of all nodes, as `REDIS_URL` takes it. */
  readonly url: string;
  readonly nodes: readonly RedisNode[];
  stop(): Promise<void>;
};

/** Starts a Cluster of three nodes, without replicas. Redis itself takes two seconds to trust a new one. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const nodes = await Promise.all([1, 2, 3].map(startNode));
  await Promise.all(nodes.map(assignSlots));
  const [first, ...others] = nodes;
  for (const { node, bus } of others)
    await first?.node.client.call('CLUSTER', 'MEET', '127.0.0.1', String(node.port), String(bus));
  await eventually(async () => (await Promise.all(nodes.map(isWhole))).every(Boolean));
  return {
    url: nodes.map(({ node }) => `redis://${node.address}`).join(','),
    nodes: nodes.map(({ node }) => node),
    stop: async () => {
      await Promise.all(nodes.map(({ node }) => node.stop()));
    },
  };
}

type Member = { readonly node: RedisNode; readonly bus: number };

async function startNode(): Promise<Member> {
  const bus = await freePort();
  return { node: await startRedisNode({ 'cluster-enabled': 'yes', 'cluster-port': String(bus) }), bus };
}

async function assignSlots({ node }: Member, at: number, { length }: readonly Member[]): Promise<void> {
  const [from, to] = [at, at + 1].map((part) => Math.floor((SLOTS * part) / length));
  await node.client.call('CLUSTER', 'ADDSLOTSRANGE', String(from), String(Number(to) - 1));
  await node.client.call('CLUSTER', 'SET-CONFIG-EPOCH', String(at + 1));
}

async function isWhole({ node }: Member): Promise<boolean> {
  const told = String(await node.client.call('CLUSTER', 'INFO'));
  return told.includes('cluster_state:ok') && told.includes('cluster_known_nodes:3');
}
