import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from 'ioredis';
import { afterAll } from 'vitest';
import type { Log } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { eventually } from '../support/eventually.ts';
import { redisProgram, startPrivateRedis } from '../support/private-redis.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';

export { eventually };

/** A Cluster is what a URL may lead to. */
export type Kind = Store['kind'] | 'cluster';
export type TestStore = { readonly store: Store; close(): Promise<void> };

/** The kinds this machine can run: without a Redis on PATH only the embedded one. */
export const kinds: readonly Kind[] =
  redisProgram === undefined ? ['embedded'] : ['url', 'private', 'embedded', 'cluster'];

/** A store of one kind, empty, with nothing left behind after `close`. */
export async function openKind(kind: Kind): Promise<TestStore> {
  const dataDir = await temporaryFolder();
  const redis = await startFor(kind);
  const searchPath = kind === 'private' ? process.env.PATH : '';
  const store = await openStore({ url: redis?.url, dataDir, searchPath, log: recordingLog() });
  await eventually(() => isReached(store));
  return {
    store,
    close: async () => {
      await store.close();
      await redis?.stop();
    },
  };
}

/** Whether every server answers: to a Cluster's, ioredis connects with the first command for each, which may get lost. */
async function isReached({ client }: Store): Promise<boolean> {
  const servers = client instanceof Cluster ? client.nodes('master') : [client];
  const answers = await Promise.allSettled(servers.map((server) => server.ping()));
  return answers.every(({ status }) => status === 'fulfilled');
}

async function startFor(kind: Kind) {
  if (kind === 'cluster') return startRedisCluster();
  return kind === 'url' ? startPrivateRedis() : undefined;
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A new folder, removed when the test file is done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-data-'));
  folders.push(folder);
  return folder;
}

/** A log that keeps its lines as `warn: message`. */
export function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (level: string) => (message: string, fields?: object) => {
    lines.push(`${level}: ${message}${fields ? ` ${JSON.stringify(fields)}` : ''}`);
  };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
