import { spawn } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Log } from '../ports.ts';
import { socketPathFor } from './socket-path.ts';
import { StoreUnavailable } from './store-error.ts';

/** A Redis of our own on a unix socket. `stop` lets it write everything to its file first. */
export type PrivateServer = { readonly socketPath: string; stop(): Promise<void> };

const GLANCE = 20;
const START_GLANCES = 500;
const STOP_GLANCES = 750;

/** The first `redis-server` or `valkey-server` on a search path like `PATH`, or undefined. */
export async function findServer(searchPath: string | undefined): Promise<string | undefined> {
  const folders = (searchPath ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of folders) {
      const program = join(folder, name);
      if (await isExecutable(program)) return program;
    }
  }
  return undefined;
}

/**
 * Starts a Redis that keeps an append-only file in `dataDir`. Should one from an earlier run still serve this
 * folder, it is used instead: two of them would ruin each other's file.
 *
 * @throws StoreUnavailable when the folder cannot be used or Redis does not start.
 */
export async function startPrivateServer(given: {
  readonly program: string;
  readonly dataDir: string;
  readonly log: Log;
}): Promise<PrivateServer> {
  await mkdir(given.dataDir, { recursive: true, mode: 0o700 }).catch(() => {
    throw new StoreUnavailable(`The data folder ${given.dataDir} cannot be created.`);
  });
  const socketPath = await socketPathFor(given.dataDir);
  if (!(await isServed(socketPath))) return await spawnServer({ ...given, socketPath });
  given.log.warn(
    `A Redis of an earlier run still serves ${given.dataDir}; using it instead of a second one.`,
  );
  return { socketPath, stop: () => stopAdopted(socketPath) };
}

/** In a session of its own, so that Ctrl-C in a terminal reaches the app alone, which then stops Redis last. */
async function spawnServer(given: {
  readonly program: string;
  readonly dataDir: string;
  readonly socketPath: string;
  readonly log: Log;
}): Promise<PrivateServer> {
  const child = spawn(given.program, settings(given), {
    cwd: given.dataDir,
    detached: true,
    stdio: 'ignore',
  });
  const life = { ended: false, wanted: false };
  child.unref();
  for (const event of ['exit', 'error']) {
    child.once(event, () => {
      life.ended = true;
      if (!life.wanted)
        given.log.error('The private Redis ended unexpectedly. Restart the app to start it again.');
    });
  }
  if (
    !(await until(async () => life.ended || (await isServed(given.socketPath)), START_GLANCES)) ||
    life.ended
  ) {
    throw new StoreUnavailable(
      `A private Redis could not be started. Its log is in ${given.dataDir}/redis.log.`,
    );
  }
  return {
    socketPath: given.socketPath,
    stop: async () => {
      life.wanted = true;
      child.kill('SIGTERM');
      const ended = await until(async () => life.ended, STOP_GLANCES);
      if (!ended) given.log.error('The private Redis did not stop in time; it was left to finish by itself.');
    },
  };
}

/**
 * AOF flushed every second, nothing evicted, no port, no key events. The slow log and crash reports are off
 * because they would hold arguments of commands.
 */
function settings({
  dataDir,
  socketPath,
}: {
  readonly dataDir: string;
  readonly socketPath: string;
}): string[] {
  return Object.entries({
    port: '0',
    unixsocket: socketPath,
    unixsocketperm: '700',
    dir: dataDir,
    logfile: join(dataDir, 'redis.log'),
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    'notify-keyspace-events': '',
    'slowlog-log-slower-than': '-1',
    'crash-log-enabled': 'no',
  }).flatMap(([name, value]) => [`--${name}`, value]);
}

/** An adopted server is stopped by the last one who uses it. */
async function stopAdopted(socketPath: string): Promise<void> {
  const client = new Redis({ path: socketPath, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => {});
  try {
    const clients = String(await client.client('LIST'))
      .trim()
      .split('\n');
    if (clients.length > 1) return;
    await client.shutdown().catch(() => {});
    await until(async () => !(await isServed(socketPath)), STOP_GLANCES);
  } catch {
    // It has gone by itself.
  } finally {
    client.disconnect();
  }
}

function isServed(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path: socketPath });
    const answer = (served: boolean) => () => {
      socket.destroy();
      resolve(served);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}

async function until(condition: () => Promise<boolean>, glances: number): Promise<boolean> {
  for (let glance = 0; glance < glances; glance += 1) {
    if (await condition()) return true;
    await sleep(GLANCE);
  }
  return false;
}

async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
