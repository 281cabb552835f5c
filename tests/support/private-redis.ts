import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, describe } from 'vitest';
import { findServer } from '../../src/redis/find-server.ts';

/** A real Redis for one test file, on a unix socket in a folder of its own. */
export type PrivateRedis = {
  /** What `openStore({ url })` takes. */
  readonly url: string;
  readonly socketPath: string;
  readonly folder: string;
  /** A plain, patient client to look with; it finds Redis again after `restart`. */
  readonly client: Redis;
  /** Ends Redis and removes the folder. */
  stop(): Promise<void>;
  /** Ends Redis as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again in the same folder, after `kill` or instead of a running one. */
  restart(): Promise<void>;
};

/** What a failed test did not stop is stopped with its file. */
const leftOver = new Set<PrivateRedis>();
afterAll(async () => {
  for (const redis of leftOver) await redis.stop();
});

export const redisProgram = await findServer(process.env.PATH);

/** `describe` for what needs a real Redis. Without one on PATH it is skipped, and says why. */
export const describeWithRedis: typeof describe | typeof describe.skip =
  redisProgram === undefined ? skipWithReason() : describe;

function skipWithReason() {
  process.stderr.write('Skipped what needs a real Redis: no redis-server or valkey-server on PATH.\n');
  return describe.skip;
}

/**
 * Starts a Redis that keeps nothing (or, with `appendonly`, an append-only file written at every command).
 * DEBUG is allowed, so that tests can make it slow.
 */
export async function startPrivateRedis({ appendonly = false } = {}): Promise<PrivateRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-redis-'));
  const socketPath = join(folder, 'redis.sock');
  let child = await launch({ folder, socketPath, appendonly });
  const client = new Redis({ path: socketPath, retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  await client.ping();
  const kill = async () => {
    await end(child);
  };
  const redis: PrivateRedis = {
    url: `unix://${socketPath}`,
    socketPath,
    folder,
    client,
    kill,
    restart: async () => {
      await kill();
      child = await launch({ folder, socketPath, appendonly });
      await client.ping();
    },
    stop: async () => {
      leftOver.delete(redis);
      client.disconnect();
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
  leftOver.add(redis);
  return redis;
}

async function launch(given: {
  readonly folder: string;
  readonly socketPath: string;
  readonly appendonly: boolean;
}): Promise<ChildProcess> {
  if (redisProgram === undefined) throw new Error('There is no redis-server or valkey-server on PATH.');
  await rm(given.socketPath, { force: true });
  const child = spawn(redisProgram, settings(given), {
    cwd: given.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await announced(child);
  return child;
}

function settings({ folder, socketPath, appendonly }: Parameters<typeof launch>[0]): string[] {
  return Object.entries({
    port: '0',
    unixsocket: socketPath,
    dir: folder,
    save: '',
    appendonly: appendonly ? 'yes' : 'no',
    appendfsync: 'always',
    'enable-debug-command': 'yes',
  }).flatMap(([name, value]) => [`--${name}`, value]);
}

/** Resolves at Redis's own line about the socket, rejects if it ends before. */
function announced(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      if (/ready to accept connections/i.test(output)) resolve();
    });
    child.once('exit', () => reject(new Error(`redis-server ended at once:\n${output}`)));
    child.once('error', reject);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
