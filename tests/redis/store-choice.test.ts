import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openStore, type Store, type StoreSettings } from '../../src/redis/connection.ts';
import { findServer } from '../../src/redis/find-server.ts';
import { describeWithRedis, redisProgram, startPrivateRedis } from '../support/private-redis.ts';
import { recordingLog, temporaryFolder } from './stores.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function openWith(settings: Partial<StoreSettings>) {
  const log = recordingLog();
  const store = await openStore({ dataDir: await temporaryFolder(), log, ...settings });
  open.push(store);
  return { store, lines: log.lines };
}

it('without a URL and with an empty search path the store is embedded, and says so loudly, once', async () => {
  const { store, lines } = await openWith({ searchPath: '' });
  expect(store.kind).toBe('embedded');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^warn: NO REDIS FOUND.*kept in memory, gone at exit/);
});

it('without any search path there is no server to find', async () => {
  expect((await openWith({})).store.kind).toBe('embedded');
});

it('two embedded stores share nothing', async () => {
  const [one, other] = [await openWith({}), await openWith({})];
  await one.store.client.set('key', 'of one');
  expect(await other.store.client.get('key')).toBeNull();
});

it('a closed store answers nothing', async () => {
  const { store } = await openWith({});
  await store.close();
  await expect(store.client.get('key')).rejects.toThrow();
});

it('closing twice is closing once', async () => {
  const { store } = await openWith({});
  await Promise.all([store.close(), store.close()]);
  await store.close();
});

it('passes over folders that do not exist and files that cannot be executed', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'redis-server'), '#!/bin/sh\n');
  expect(await findServer(`/nowhere/at/all:${folder}`)).toBeUndefined();
  await chmod(join(folder, 'redis-server'), 0o700);
  expect(await findServer(`/nowhere/at/all:${folder}`)).toBe(join(folder, 'redis-server'));
});

it('prefers redis-server to valkey-server wherever they lie', async () => {
  const folder = await temporaryFolder();
  for (const [place, name] of [
    ['first', 'valkey-server'],
    ['second', 'redis-server'],
  ] as const) {
    await mkdir(join(folder, place));
    await writeFile(join(folder, place, name), '', { mode: 0o700 });
  }
  expect(await findServer(`${folder}/first:${folder}/second`)).toBe(join(folder, 'second', 'redis-server'));
  expect(await findServer(`${folder}/first`)).toBe(join(folder, 'first', 'valkey-server'));
});

describeWithRedis('with a Redis server on the search path', () => {
  it('the store is private and quiet', async () => {
    const { store, lines } = await openWith({ searchPath: process.env.PATH });
    expect(store.kind).toBe('private');
    expect(lines).toEqual([]);
  });

  it('a valkey-server will do', async () => {
    const folder = await temporaryFolder();
    await symlink(String(redisProgram), join(folder, 'valkey-server'));
    expect((await openWith({ searchPath: folder })).store.kind).toBe('private');
  });

  it('a URL comes before all others', async () => {
    const redis = await startPrivateRedis();
    const { store } = await openWith({ url: redis.url, searchPath: process.env.PATH });
    await store.client.set('key', 'at the URL');
    expect(store.kind).toBe('url');
    expect(await redis.client.get('key')).toBe('at the URL');
    await redis.stop();
  });
});
