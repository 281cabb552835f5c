import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { queueConnection } from '../../../src/redis/client.ts';
import { openStore, type Store } from '../../../src/redis/connection.ts';
import { eventually, recordingLog } from '../../redis/stores.ts';
import { type PrivateRedis, startPrivateRedis } from '../../support/private-redis.ts';

/** A file as someone with a copy of Redis's disk has it. */
export type CopiedFile = { readonly name: string; readonly bytes: Buffer };

/** A real Redis 7 with its append-only file on, which writes down as much as a Redis can. */
export type AttackedRedis = PrivateRedis & {
  /** Empties everything an attacker could read, so that two worlds can be compared on one and the same Redis. */
  readonly reset: () => Promise<void>;
  /** A store for the app. The queue (BullMQ) has database 1 to itself, all else is in database 0. */
  readonly openStore: () => Promise<Store>;
  /** All files of the append-only log and a fresh dump.rdb, as they are on disk now. */
  readonly copyDisk: () => Promise<readonly CopiedFile[]>;
};

/** The database of the queue: its traffic is timed by the wall clock, so it must be told apart from ours. */
export const QUEUE_DATABASE = 1;

const settings = {
  'slowlog-log-slower-than': '0',
  'slowlog-max-len': '100000',
  // Redis would tidy its tables at moments of the wall clock, and with that their order.
  activerehashing: 'no',
  // How often a second Redis looks whether it has finished rewriting its file: here a game waits for that.
  hz: '500',
} as const;

export async function startAttackedRedis(): Promise<AttackedRedis> {
  const redis = await startPrivateRedis({ appendonly: true });
  const restart = async () => {
    await redis.restart();
    await configure(redis.client);
  };
  await configure(redis.client);
  return {
    ...redis,
    restart,
    reset: () => reset(redis.client),
    openStore: () => openSplitStore(redis),
    copyDisk: () => copyDisk(redis),
  };
}

async function configure(client: Redis): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await client.config('SET', name, value);
}

async function reset(client: Redis): Promise<void> {
  await rewritten(client);
  await client.config('SET', 'appendonly', 'no');
  await client.flushall();
  await client.script('FLUSH');
  await client.config('SET', 'appendonly', 'yes');
  await rewritten(client);
  await client.slowlog('RESET');
}

/** Waits until Redis is not rewriting its append-only file. */
async function rewritten(client: Redis): Promise<void> {
  await eventually(async () =>
    /aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:0/.test(await client.info('persistence')),
  );
}

async function openSplitStore({ url, socketPath }: PrivateRedis): Promise<Store> {
  const store = await openStore({ url, dataDir: '/nowhere', log: recordingLog() });
  const queueClient = new Redis({ path: socketPath, db: QUEUE_DATABASE, lazyConnect: true });
  return { ...store, connectionFor: (use) => queueConnection(queueClient, use) };
}

async function copyDisk({ client, folder }: PrivateRedis): Promise<readonly CopiedFile[]> {
  await rewritten(client);
  await client.save();
  const log = join(folder, 'appendonlydir');
  const names = (await readdir(log)).sort();
  const files = names.map(async (name) => ({ name, bytes: await readFile(join(log, name)) }));
  const dump = { name: 'dump.rdb', bytes: await readFile(join(folder, 'dump.rdb')) };
  return [...(await Promise.all(files)), dump];
}
