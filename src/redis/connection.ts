import type { Log } from '../ports.ts';
import { readRedisAddress } from '../redis-address.ts';
import { clusterOf } from '../redis-address-cluster.ts';
import { type Attempts, connectClient, queueConnection } from './client.ts';
import { openEmbedded } from './embedded.ts';
import { findServer } from './find-server.ts';
import { clientFor, type MakeClient, type RedisClient, serverClient } from './make-client.ts';
import { startPrivateServer } from './private-server.ts';
import { StoreUnavailable } from './store-error.ts';

/** An open store. Everything that leaves `client` goes through `withoutArguments` (store-error.ts). */
export type Store = {
  /** For our own commands: fails at once when Redis is away, never sends twice. Do not block on it. */
  readonly client: RedisClient;
  readonly kind: 'url' | 'private' | 'embedded';
  /** For people: where the data is, without credentials. */
  readonly description: string;
  /** A further connection to the same data for BullMQ, which waits as long as Redis is away. Ours to close. */
  connectionFor(use: 'queue' | 'worker'): RedisClient;
  /** Close queues and workers first. A private Redis writes its file and ends. May be called twice. */
  close(): Promise<void>;
};

export type StoreSettings = Partial<Attempts> & {
  readonly url?: string | undefined;
  readonly dataDir: string;
  /** Where to look for a Redis server: the value of PATH. Without one there is none. */
  readonly searchPath?: string | undefined;
  /** What CLIENT LIST calls us: see peers.ts. */
  readonly name?: string;
  readonly log: Log;
};

/** What is behind the connections, and how it ends once they are closed. */
type Place = {
  readonly kind: Store['kind'];
  readonly make: MakeClient;
  /** The same where the server turns out to be a node of a Cluster. */
  readonly makeCluster?: MakeClient;
  readonly where: string;
  readonly description: string;
  leave(): Promise<void>;
};

/**
 * Opens the store: the Redis at `url`, or else a private one with an append-only file in `dataDir` when a server
 * program is on `searchPath`, or else the embedded one, kept in memory, which it says loudly.
 *
 * @throws StoreUnavailable whose message is a sentence for people, when Redis cannot be reached or started.
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const place = await choosePlace(settings);
  const { attempts = 5, pause = 1_000, log, name } = settings;
  try {
    const given = { where: place.where, attempts, pause, log, name };
    const client = await connectClient({ make: place.make, ...given });
    if (place.makeCluster === undefined || !(await isNodeOfCluster(client))) return storeAt(place, client);
    client.disconnect();
    return storeAt(place, await connectClient({ make: place.makeCluster, ...given }));
  } catch (error) {
    await place.leave();
    throw error;
  }
}

async function choosePlace({ url, dataDir, searchPath, log }: StoreSettings): Promise<Place> {
  if (url !== undefined) return urlPlace(url);
  const program = await findServer(searchPath);
  if (program !== undefined) return await privatePlace({ program, dataDir, log });
  log.warn(
    'NO REDIS FOUND: everything is kept in memory, gone at exit. Set REDIS_URL or install redis-server.',
  );
  return await embeddedPlace();
}

function urlPlace(url: string): Place {
  const address = readRedisAddress(url);
  if (typeof address === 'string') throw new StoreUnavailable(`${address}.`);
  const { where } = address;
  const place = { kind: 'url', where, description: `Redis at ${where}`, leave: async () => {} } as const;
  if (address.kind !== 'server') return { ...place, make: clientFor(address) };
  return { ...place, make: clientFor(address), makeCluster: clientFor(clusterOf([address])) };
}

/** A node of a Cluster sends clients that do not know it is one elsewhere, key by key. */
async function isNodeOfCluster(client: RedisClient): Promise<boolean> {
  const told = await client.info('cluster').catch(() => '');
  return told.includes('cluster_enabled:1');
}

async function privatePlace(given: Parameters<typeof startPrivateServer>[0]): Promise<Place> {
  const server = await startPrivateServer(given);
  return {
    kind: 'private',
    make: serverClient({ path: server.socketPath }),
    where: `the socket ${server.socketPath}`,
    description: `a private Redis with its data in ${given.dataDir}`,
    leave: () => server.stop(),
  };
}

async function embeddedPlace(): Promise<Place> {
  const { options, close } = await openEmbedded();
  const description = 'the embedded store, kept in memory, gone at exit';
  return {
    kind: 'embedded',
    make: serverClient(options),
    where: 'the embedded store',
    description,
    leave: close,
  };
}

function storeAt(place: Place, client: RedisClient): Store {
  const further: RedisClient[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = async () => {
    for (const connection of further) connection.disconnect();
    await client.quit().catch(() => client.disconnect());
    await place.leave();
  };
  return {
    client,
    kind: place.kind,
    description: place.description,
    connectionFor: (use) => {
      const connection = queueConnection(client, use);
      further.push(connection);
      return connection;
    },
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}
