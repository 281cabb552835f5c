import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { openStore, type Store } from '../src/redis/connection.ts';
import { findServer } from '../src/redis/find-server.ts';
import { startPrivateServer } from '../src/redis/private-server.ts';

/** A real Redis of our own with its append-only file, as `npm start` would start it, and a folder for keys. */
export type Place = {
  readonly store: Store;
  /** To prepare and to look with. */
  readonly client: Redis;
  readonly redisUrl: string;
  readonly keyDir: string;
  readonly close: () => Promise<void>;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** @throws Error with a sentence, where there is no Redis on this machine. */
export async function openPlace(): Promise<Place> {
  const program = await findServer(process.env.PATH);
  if (program === undefined)
    throw new Error('The bench needs a real Redis: install redis-server, so that it is on the PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-bench-'));
  const server = await startPrivateServer({ program, dataDir: join(folder, 'data'), log: silent });
  const redisUrl = `unix://${server.socketPath}`;
  const store = await openStore({ url: redisUrl, dataDir: folder, log: silent });
  const client = new Redis({ path: server.socketPath });
  return {
    store,
    client,
    redisUrl,
    keyDir: join(folder, 'keys'),
    async close() {
      client.disconnect();
      await store.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
