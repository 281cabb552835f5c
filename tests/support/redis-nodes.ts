import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll } from 'vitest';
import { freePort } from '../../playground/free-port.ts';
import { redisProgram } from './private-redis.ts';

/** One Redis process on a port of the loopback address, in a folder of its own. */
export type RedisNode = {
  readonly port: number;
  readonly address: string;
  /** A plain, patient client to look with. */
  readonly client: Redis;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
};

/** What a failed test did not stop is stopped with its file. */
const leftOver = new Set<RedisNode>();
afterAll(async () => {
  for (const node of leftOver) await node.stop();
});

/** Starts a Redis that keeps nothing, or with `sentinel` one that watches others, with these further settings. */
export async function startRedisNode(
  settings: Readonly<Record<string, string>> = {},
  { sentinel = false } = {},
): Promise<RedisNode> {
  if (redisProgram === undefined) throw new Error('There is no redis-server or valkey-server on PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-node-'));
  const port = await portWithBus();
  const all = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    ...(sentinel ? {} : { save: '""' }),
    ...settings,
  };
  const file = join(folder, 'redis.conf');
  await writeFile(
    file,
    Object.entries(all)
      .map((words) => words.join(' '))
      .join('\n'),
  );
  const child = spawn(redisProgram, [file, ...(sentinel ? ['--sentinel'] : [])], { stdio: 'ignore' });
  const client = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  await Promise.race([client.ping(), endOf(child)]);
  const node: RedisNode = {
    port,
    address: `127.0.0.1:${port}`,
    client,
    kill: () => end(child),
    stop: async () => {
      leftOver.delete(node);
      client.disconnect();
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
  leftOver.add(node);
  return node;
}

/** A free port that leaves room for the Cluster's own, which is 10,000 higher. */
async function portWithBus(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port + 10_000 < 65_536) return port;
  }
}

async function endOf(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('redis-server ended at once');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
