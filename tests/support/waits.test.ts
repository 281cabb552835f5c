import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { waitsOf } from './waits.ts';

describe('counting waits', () => {
  let store: Store;
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'many-hands-waits-'));
    const quiet = () => undefined;
    store = await openStore({ dataDir, log: { info: quiet, warn: quiet, error: quiet } });
  });
  afterAll(() => store.close());

  const get = (name: string) => store.client.get(name);

  test('counts commands that are sent together as one', async () => {
    const { count, commands } = await waitsOf(store.client, () => Promise.all(['a', 'b', 'c'].map(get)));
    expect(count).toBe(1);
    expect(commands).toEqual([['get', 'get', 'get']]);
  });

  test('counts each that waits for the one before', async () => {
    const { count } = await waitsOf(store.client, async () => {
      for (const name of ['a', 'b', 'c']) await get(name);
    });
    expect(count).toBe(3);
  });

  test('counts two that are sent together after a third', async () => {
    const { commands } = await waitsOf(store.client, async () => {
      await get('a');
      await Promise.all([get('b'), store.client.hgetall('c')]);
    });
    expect(commands).toEqual([['get'], ['get', 'hgetall']]);
  });

  test('counts nothing once it is over', async () => {
    const waits = await waitsOf(store.client, () => get('a'));
    await get('b');
    expect(waits.count).toBe(1);
  });
});
