import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { isServed, socketPathFor } from '../../src/redis/private-socket.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { eventually, recordingLog, temporaryFolder } from './stores.ts';

const SENTENCE = /^The data folder .* cannot be created\. It is set by DATA_DIR\.$/;

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function openAt(dataDir: string) {
  const log = recordingLog();
  const store = await openStore({ dataDir, log, searchPath: process.env.PATH });
  open.push(store);
  return { store, client: store.client, lines: log.lines };
}

async function processOf(store: Store): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await store.client.info('server'))?.[1]);
}

describeWithRedis('a private store', () => {
  it('keeps its data from one run to the next', async () => {
    const dataDir = await temporaryFolder();
    const first = await openAt(dataDir);
    await first.client.set('kept', 'over night');
    await first.store.close();
    expect(await (await openAt(dataDir)).client.get('kept')).toBe('over night');
  });

  it('keeps what was written a moment before it was closed', async () => {
    const dataDir = await temporaryFolder();
    const { client, store } = await openAt(dataDir);
    await Promise.all(Array.from({ length: 500 }, () => client.incr('counter')));
    await store.close();
    expect(await (await openAt(dataDir)).client.get('counter')).toBe('500');
  });

  it('creates its folder for its owner alone', async () => {
    const dataDir = join(await temporaryFolder(), 'deep', 'inside');
    await openAt(dataDir);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'redis.sock'))).mode & 0o077).toBe(0);
    expect(await readdir(dataDir)).toContain('appendonlydir');
  });

  it.each([
    ['appendonly', 'yes'],
    ['appendfsync', 'everysec'],
    ['port', '0'],
    ['maxmemory-policy', 'noeviction'],
    ['notify-keyspace-events', ''],
    ['save', ''],
    ['slowlog-log-slower-than', '-1'],
    ['crash-log-enabled', 'no'],
  ])('runs with %s set to "%s"', async (setting, value) => {
    const { client } = await openAt(await temporaryFolder());
    expect(await client.config('GET', setting)).toEqual([setting, value]);
  });

  it('ends with the store', async () => {
    const { store } = await openAt(await temporaryFolder());
    const pid = await processOf(store);
    await store.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('is used by a second process on the same folder, which says so, and lives until the last one leaves', async () => {
    const dataDir = await temporaryFolder();
    const [first, second] = [await openAt(dataDir), await openAt(dataDir)];
    expect(second.lines).toEqual([
      expect.stringMatching(/^warn: A Redis of an earlier run still serves .*using it/),
    ]);
    await first.client.set('shared', 'by both');
    await first.store.close();
    expect(first.lines).toEqual([expect.stringMatching(/^info: .*keeps running: another process uses it/)]);
    expect(await second.client.get('shared')).toBe('by both');
    await second.store.close();
    expect(await isServed(join(dataDir, 'redis.sock'))).toBe(false);
  });

  it('starts over a socket file that a crash left behind, and has the data', async () => {
    const dataDir = await temporaryFolder();
    const { store, client, lines } = await openAt(dataDir);
    await client.config('SET', 'appendfsync', 'always');
    await client.set('kept', 'through the crash');
    process.kill(await processOf(store), 'SIGKILL');
    await eventually(() =>
      lines.some((line) => line.startsWith('error: The private Redis ended unexpectedly')),
    );
    await store.close();
    expect(await readdir(dataDir)).toContain('redis.sock');
    expect(await (await openAt(dataDir)).client.get('kept')).toBe('through the crash');
  });

  it('listens elsewhere when its folder has too long a path for a socket', async () => {
    const dataDir = join(await temporaryFolder(), 'a-rather-long-name-for-a-folder'.repeat(4));
    const { client, store } = await openAt(dataDir);
    const socketPath = await socketPathFor(dataDir);
    expect(socketPath.length).toBeLessThanOrEqual(100);
    expect((await stat(dirname(socketPath))).mode & 0o777).toBe(0o700);
    expect(await client.ping()).toBe('PONG');
    await store.close();
    expect(await isServed(socketPath)).toBe(false);
    await rm(dirname(socketPath), { recursive: true });
  });

  it('refuses to listen in a folder others may enter', async () => {
    const dataDir = join(await temporaryFolder(), 'another-long-name-for-a-folder'.repeat(4));
    await mkdir(dataDir);
    const socketFolder = dirname(await socketPathFor(dataDir));
    await chmod(socketFolder, 0o777);
    await expect(openAt(dataDir)).rejects.toThrow(/is not ours alone/);
    await rm(socketFolder, { recursive: true });
  });

  it('says in a sentence that the data folder is not a folder', async () => {
    const path = join(await temporaryFolder(), 'file');
    await writeFile(path, '');
    await expect(openAt(join(path, 'data'))).rejects.toThrow(SENTENCE);
  });

  it('says so at once of a folder that no one can make, where Node itself would try for ever', async () => {
    await expect(openAt('/proc/many-hands/data')).rejects.toThrow(SENTENCE);
  }, 5_000);

  it('says in a sentence that the server program does not start, and where its log is', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'redis-server'), '#!/bin/sh\nexit 1\n', { mode: 0o700 });
    const log = recordingLog();
    const failure = openStore({ dataDir: folder, log, searchPath: folder });
    await expect(failure).rejects.toThrow(
      /^A private Redis could not be started\. Its log is in .*redis\.log\.$/,
    );
    expect(log.lines).toEqual([]);
  });
});
