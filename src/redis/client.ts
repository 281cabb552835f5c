import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster } from 'ioredis';
import { SECOND } from '../duration.ts';
import type { Log } from '../ports.ts';
import type { MakeClient, RedisClient } from './make-client.ts';
import { codeOf, StoreUnavailable } from './store-error.ts';

const LONGEST_PAUSE = 2 * SECOND;
/** How long one attempt at start may take, a Redis that is still loading its data included. */
const PATIENCE = 10 * SECOND;

/** Codes no second attempt would change. */
const FINAL = new Set(['NOAUTH', 'WRONGPASS', 'NOPERM']);

/** How often and how patiently a Redis is tried at start. */
export type Attempts = {
  readonly attempts: number;
  /** Milliseconds between two attempts. */
  readonly pause: number;
};

/** Milliseconds before reconnecting for the n-th time: 20, 40, 80, … up to 2 s, for ever. */
export function reconnectAfter(times: number): number {
  return Math.min(10 * 2 ** Math.min(times, 20), LONGEST_PAUSE);
}

/** ioredis's own pauses (ms), which the main client does without: BullMQ's scripts may be sent again. */
const PATIENT_CLUSTER = {
  clusterRetryStrategy: reconnectAfter,
  retryDelayOnFailover: 100,
  retryDelayOnClusterDown: 100,
};

/**
 * A connection of its own for BullMQ, which waits for Redis as long as it takes.
 * Its errors are BullMQ's to report; here they are only kept from being printed.
 */
export function queueConnection(client: RedisClient, use: 'queue' | 'worker'): RedisClient {
  const patient = {
    autoResendUnfulfilledCommands: true,
    maxRetriesPerRequest: null,
    commandTimeout: undefined,
    socketTimeout: undefined,
    connectionName: `many-hands-${use}`,
  };
  const waiting = { lazyConnect: false, enableOfflineQueue: true };
  const connection =
    client instanceof Cluster
      ? client.duplicate([], { ...client.options, ...waiting, ...PATIENT_CLUSTER, redisOptions: patient })
      : client.duplicate({ ...patient, ...waiting, retryStrategy: reconnectAfter });
  connection.on('error', () => {});
  return connection;
}

/**
 * Connects the main client, with a bounded number of attempts; once connected it reconnects for ever.
 *
 * @param where how to name this Redis to people.
 * @throws StoreUnavailable when the attempts are used up or Redis refuses our credentials.
 */
export async function connectClient(
  given: {
    readonly make: MakeClient;
    readonly name?: string | undefined;
    readonly where: string;
    readonly log: Log;
  } & Attempts,
): Promise<RedisClient> {
  const state = { established: false, code: '' };
  const retry = (times: number) => (state.established ? reconnectAfter(times) : null);
  const client = given.make({ retry, name: given.name });
  client.on('error', (error: unknown) => {
    state.code = codeOf(error);
  });
  let refused = false;
  for (let attempt = 1; attempt <= given.attempts && !refused; attempt += 1) {
    if (attempt > 1) await sleep(given.pause);
    state.code = '';
    const ready = await attemptTo(client);
    state.established = ready && state.code === '';
    if (state.established) return watched({ client, where: given.where, log: given.log });
    // Ready with an error: the database of the URL was refused, and ioredis went on with database 0.
    refused = ready || FINAL.has(state.code);
  }
  client.disconnect();
  throw new StoreUnavailable(
    refused ? refusal(given.where, state.code) : unreachable(given, state.code || 'LOST'),
  );
}

/**
 * One attempt; true once the client is ready. Leaves the client ended otherwise. A Cluster that is not whole ends
 * without telling whoever waits for `connect`.
 */
async function attemptTo(client: RedisClient): Promise<boolean> {
  const patience = setTimeout(() => client.disconnect(), PATIENCE);
  let onEnd = () => {};
  const ended = new Promise<boolean>((resolve) => {
    onEnd = () => resolve(false);
  });
  client.once('end', onEnd);
  const connected = client.connect().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([connected, ended]);
  } finally {
    clearTimeout(patience);
    client.off('end', onEnd);
  }
}

/** Says once when Redis goes away and once when it is back. */
function watched(given: {
  readonly client: RedisClient;
  readonly where: string;
  readonly log: Log;
}): RedisClient {
  let away = false;
  given.client.on('reconnecting', () => {
    if (away) return;
    away = true;
    given.log.warn(`Lost Redis at ${given.where}; trying again until it is back.`, { event: 'redis-lost' });
  });
  given.client.on('ready', () => {
    if (!away) return;
    away = false;
    given.log.info(`Redis at ${given.where} is back.`, { event: 'redis-back' });
  });
  return given.client;
}

function refusal(where: string, code: string): string {
  return `Redis at ${where} refused us (${code}). Check the name, password and database in its URL.`;
}

function unreachable({ where, attempts }: { readonly where: string } & Attempts, code: string): string {
  const tries = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
  return `Redis at ${where} could not be reached in ${tries} (${code}). Is it running, and is its URL right?`;
}
