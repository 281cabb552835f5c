import type { Credentials } from './redis-address-parts.ts';
import { readServerAddress, type ServerAddress } from './redis-address-server.ts';

/** A Redis Cluster. */
export type ClusterAddress = {
  readonly kind: 'cluster';
  /** Some of its nodes: they name the others. */
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  /** What all nodes have in common. */
  readonly options: Credentials & { readonly tls?: Record<string, never> };
  readonly where: string;
};

const MIXED = 'REDIS_URL lists the nodes of a Cluster: all must start with redis://, or all with rediss://';
const ONE_DATABASE =
  'REDIS_URL lists the nodes of a Cluster, which has database 0 only: leave out that of each';
const ONE_PASSWORD =
  'REDIS_URL lists the nodes of a Cluster with different names or passwords: give each the same, or the first alone';

/** Reads the addresses of nodes, `redis://user:password@a:6379`, `redis://b:6379`: the first says how to sign in. */
export function readClusterAddress(listed: readonly string[]): ClusterAddress | string {
  const nodes: ServerAddress[] = [];
  for (const one of listed) {
    const address = readServerAddress(one);
    if (typeof address === 'string') return address;
    nodes.push(address);
  }
  return problemWith(nodes) ?? clusterOf(nodes);
}

function problemWith(nodes: readonly ServerAddress[]): string | undefined {
  const secure = nodes.filter(({ options }) => options.tls !== undefined);
  const isMixed = secure.length > 0 && secure.length < nodes.length;
  if (isMixed || nodes.some(({ options }) => options.path !== undefined)) return MIXED;
  if (nodes.some(({ options }) => options.db !== 0)) return ONE_DATABASE;
  const [first, ...others] = nodes.map(({ options }) => JSON.stringify(signInOf(options)));
  return others.some((one) => one !== '{}' && one !== first) ? ONE_PASSWORD : undefined;
}

/** The Cluster that these servers are nodes of. */
export function clusterOf(nodes: readonly ServerAddress[]): ClusterAddress {
  const first = nodes[0]?.options ?? {};
  return {
    kind: 'cluster',
    nodes: nodes.map(({ options: { host = '', port = 0 } }) => ({ host, port })),
    options: { ...signInOf(first), ...('tls' in first ? { tls: {} } : {}) },
    where: `the Cluster ${nodes.map(({ where }) => where).join(', ')}`,
  };
}

function signInOf({ username, password }: Credentials): Credentials {
  return { ...(username ? { username } : {}), ...(password ? { password } : {}) };
}
