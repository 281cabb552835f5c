import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RedisClient } from '../../src/redis/make-client.ts';

/** One value inside a key: its field (hash), score (sorted set) or place, and what it holds, binary as hex. */
export type StoredValue = { readonly label: string; readonly text: string };

/** One key of the store with everything in it. */
export type StoredKey = {
  readonly name: string;
  readonly type: string;
  /** Seconds to live; `undefined`: until someone deletes it. */
  readonly timeToLive: number | undefined;
  readonly values: readonly StoredValue[];
};

export type KeyFile = { readonly name: string; readonly bytes: number };

/** Everything that is kept anywhere at one instant (ms): the store, and the folder of pulse keys beside it. */
export type Snapshot = {
  readonly at: number;
  readonly keys: readonly StoredKey[];
  readonly keyFiles: readonly KeyFile[];
};

/** Reads every key of the store and the folder of pulse keys, in the order of their names. */
export async function takeSnapshot(world: {
  readonly client: RedisClient;
  readonly keyDir: string;
  readonly at: number;
}): Promise<Snapshot> {
  const names = (await world.client.keys('*')).sort();
  const keys: StoredKey[] = [];
  for (const name of names) keys.push(await readKey(world.client, name));
  return { at: world.at, keys, keyFiles: await keyFilesIn(world.keyDir) };
}

async function readKey(client: RedisClient, name: string): Promise<StoredKey> {
  const type = await client.type(name);
  const seconds = await client.ttl(name);
  const values = await (readers[type] ?? unreadable)(client, name);
  return { name, type, timeToLive: seconds < 0 ? undefined : seconds, values };
}

type Reader = (client: RedisClient, name: string) => Promise<readonly StoredValue[]>;

/** Hashes and sets have no order of their own, so they are read in the order of their fields. */
const readers: { readonly [type: string]: Reader } = {
  string: async (client, name) => [{ label: '', text: textOf(await client.getBuffer(name)) }],
  hash: async (client, name) => byLabel(pairs(await client.hgetall(name))),
  set: async (client, name) => (await client.smembers(name)).sort().map((text) => ({ label: '', text })),
  list: async (client, name) => (await client.lrange(name, 0, -1)).map((text) => ({ label: '', text })),
  zset: async (client, name) => scored(await client.zrangebyscore(name, '-inf', '+inf', 'WITHSCORES')),
  stream: async (client, name) =>
    (await client.xrange(name, '-', '+')).map(([id, fields]) => ({ label: id, text: fields.join(' ') })),
};

const unreadable: Reader = async (client, name) => {
  throw new Error(`The simulation cannot read a ${await client.type(name)}: add it to store-dump.ts.`);
};

function pairs(fields: Readonly<Record<string, string>>): readonly StoredValue[] {
  return Object.entries(fields).map(([label, text]) => ({ label, text }));
}

function scored(flat: readonly string[]): readonly StoredValue[] {
  return flat.flatMap((text, at) => (at % 2 === 0 ? [{ label: flat[at + 1] ?? '', text }] : []));
}

function byLabel(values: readonly StoredValue[]): readonly StoredValue[] {
  return [...values].sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** Bytes as text where they are printable text, else as hex. */
function textOf(bytes: Buffer | null): string {
  const text = bytes?.toString('utf8') ?? '';
  const isText = bytes !== null && Buffer.from(text).equals(bytes) && !/\p{Cc}/u.test(text);
  return isText ? text : `0x${bytes?.toString('hex') ?? ''}`;
}

async function keyFilesIn(folder: string): Promise<readonly KeyFile[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.sort().map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
  );
}
