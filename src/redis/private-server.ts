import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { makeFolder } from '../make-folder.ts';
import type { Log } from '../ports.ts';
import { isServed, socketPathFor } from './private-socket.ts';
import { StoreUnavailable } from './store-error.ts';

/** A Redis of our own on a unix socket. `stop` ends it, its file written, unless another process uses it. */
export type PrivateServer = { readonly socketPath: string; stop(): Promise<void> };

type Place = { readonly dataDir: string; readonly socketPath: string; readonly log: Log };

/** Milliseconds between two looks at whether Redis has started or stopped, and how many looks it gets. */
const LOOK = 20;
const LOOKS = { start: 500, alone: 25, stop: 750 };

/**
 * Starts a Redis that keeps an append-only file in `dataDir`. Should one already serve this folder (left over
 * from a crash, or of an app that is just stopping), it is used instead: two would ruin each other's file.
 *
 * @throws StoreUnavailable when the folder cannot be used or Redis does not start.
 */
export async function startPrivateServer(given: {
  readonly program: string;
  readonly dataDir: string;
  readonly log: Log;
}): Promise<PrivateServer> {
  const dataDir = resolve(given.dataDir);
  await makeFolder(dataDir).catch(() => {
    throw new StoreUnavailable(`The data folder ${given.dataDir} cannot be created. It is set by DATA_DIR.`);
  });
  const socketPath = await socketPathFor(dataDir);
  const place = { dataDir, socketPath, log: given.log };
  if (!(await isServed(socketPath))) return await spawnServer(given.program, place);
  given.log.warn(`A Redis of an earlier run still serves ${dataDir}; using it instead of a second one.`);
  return { socketPath, stop: () => leave(place, async () => !(await isServed(socketPath))) };
}

/** In a session of its own, so that Ctrl-C in a terminal reaches the app alone, which then stops Redis last. */
async function spawnServer(program: string, place: Place): Promise<PrivateServer> {
  const child = spawn(program, settings(place), { cwd: place.dataDir, detached: true, stdio: 'ignore' });
  const life = { ended: false, needed: false };
  const onEnd = () => {
    life.ended = true;
    if (life.needed)
      place.log.error('The private Redis ended unexpectedly. Restart the app to start it again.');
  };
  child.once('exit', onEnd).once('error', onEnd).unref();
  await until(async () => life.ended || (await isServed(place.socketPath)), LOOKS.start);
  if (life.ended || !(await isServed(place.socketPath))) {
    child.kill();
    throw new StoreUnavailable(
      `A private Redis could not be started. Its log is in ${place.dataDir}/redis.log.`,
    );
  }
  life.needed = true;
  const stop = async () => {
    life.needed = false;
    if (!life.ended) await leave(place, async () => life.ended);
  };
  return { socketPath: place.socketPath, stop };
}

/**
 * AOF flushed every second, nothing evicted, no port, no key events. The slow log and crash reports are off
 * because they would hold arguments of commands.
 */
function settings({ dataDir, socketPath }: Place): string[] {
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

/** The last one out ends Redis, whoever started it. */
async function leave(place: Place, hasEnded: () => Promise<boolean>): Promise<void> {
  const client = new Redis({ path: place.socketPath, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => {});
  try {
    if (!(await until(() => isAlone(client), LOOKS.alone))) {
      place.log.info(`The private Redis of ${place.dataDir} keeps running: another process uses it.`);
      return;
    }
    await client.shutdown().catch(() => {});
    if (!(await until(hasEnded, LOOKS.stop)))
      place.log.error('The private Redis is slow to stop; left to itself.');
  } catch {
    place.log.error('The private Redis could not be asked to stop.');
  } finally {
    client.disconnect();
  }
}

async function isAlone(client: Redis): Promise<boolean> {
  return (
    String(await client.client('LIST'))
      .trim()
      .split('\n').length === 1
  );
}

async function until(condition: () => Promise<boolean>, looks: number): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    if (await condition()) return true;
    await sleep(LOOK);
  }
  return false;
}
