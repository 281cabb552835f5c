import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { SECOND } from '../duration.ts';
import type { RedisAddress } from '../redis-address.ts';

/** A connection to one Redis, or to a Cluster of them: for commands with keys they are alike. */
export type RedisClient = Redis | Cluster;

/** What ioredis takes, less an option whose type does not agree with itself under exact optional properties. */
export type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

/** Milliseconds before connecting for the n-th time after a loss; `null`: not at all. */
export type Retry = (times: number) => number | null;

/** Makes a client that has not connected yet; `name` is what CLIENT LIST calls it. */
export type MakeClient = (given: {
  readonly retry: Retry;
  readonly name?: string | undefined;
}) => RedisClient;

/**
 * The main client fails fast and honestly: no offline queue, so a command issued while Redis is away certainly
 * never left; nothing is sent twice; what was in flight when the line broke is given up at once.
 */
const MAIN = {
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 2 * SECOND,
  connectTimeout: 5 * SECOND,
  socketTimeout: 6 * SECOND,
  enableAutoPipelining: false,
} satisfies ClientOptions;

const NOT_CONNECTED = { lazyConnect: true, enableOfflineQueue: false } as const;

/** A client of one server, however it is reached. */
export const serverClient =
  (options: ClientOptions): MakeClient =>
  ({ retry, name }) =>
    new Redis({ ...MAIN, ...NOT_CONNECTED, ...options, ...named(name), retryStrategy: retry });

/** A client for what `REDIS_URL` names. */
export function clientFor(address: RedisAddress): MakeClient {
  if (address.kind === 'cluster') return clusterClient(address);
  if (address.kind === 'server') return serverClient(address.options);
  // Who has just lost the master's part says READONLY: the Sentinels know by then who has it.
  const reconnectOnError = (error: Error) => error.message.startsWith('READONLY');
  return (given) =>
    serverClient({ ...address.options, reconnectOnError, sentinelRetryStrategy: given.retry })(given);
}

/**
 * A client of a Cluster. ioredis would send a command again whose connection broke, executed or not: with
 * `retryDelayOnFailover: 0` it does not. With TLS, names stay names: certificates are made out to them.
 */
const clusterClient =
  ({ nodes, options }: RedisAddress & { kind: 'cluster' }): MakeClient =>
  ({ retry, name }) =>
    new Cluster([...nodes], {
      ...NOT_CONNECTED,
      clusterRetryStrategy: retry,
      retryDelayOnFailover: 0,
      retryDelayOnClusterDown: 0,
      redisOptions: { ...MAIN, ...options, ...named(name) },
      ...(options.tls === undefined ? {} : { dnsLookup: (host, done) => done(null, host) }),
    });

const named = (name: string | undefined) => (name === undefined ? {} : { connectionName: name });
