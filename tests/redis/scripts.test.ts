import { createIoredisMock } from 'js-redis-server';
import { expect, it } from 'vitest';
import { defineScript, type ScriptClient } from '../../src/redis/scripts.ts';
import { openKind } from './stores.ts';

const url = new URL('./add-lanes.lua', import.meta.url);

/** A client that notes which commands it was asked for. */
function noting(client: ScriptClient, asked: string[]): ScriptClient {
  return {
    evalsha: (...args: Parameters<ScriptClient['evalsha']>) => {
      asked.push('EVALSHA');
      return client.evalsha(...args);
    },
    eval: (...args: Parameters<ScriptClient['eval']>) => {
      asked.push('EVAL');
      return client.eval(...args);
    },
  } as ScriptClient;
}

it('a script costs a second round trip only where Redis has not seen it', async () => {
  const { store, close } = await openKind('embedded');
  const asked: string[] = [];
  const addLanes = defineScript({ url, keys: 1 });
  for (const _ of [1, 2, 3]) await addLanes(noting(store.client, asked), ['lanes'], [1, 1]);
  expect(asked).toEqual(['EVALSHA', 'EVAL', 'EVALSHA', 'EVALSHA']);
  await close();
});

it('a script runs on the node of a Cluster that has its keys', async () => {
  const cluster = await createIoredisMock({ cluster: { masters: 3 } });
  const addLanes = defineScript({ url, keys: 1 });
  for (const team of ['one', 'two', 'three', 'four']) {
    expect(await addLanes(cluster, [`{${team}}:lanes`], [1, 2])).toEqual([1, 2]);
    expect(await addLanes(cluster, [`{${team}}:lanes`], [1, 2])).toEqual([2, 4]);
  }
  await cluster.quit();
});

it('a script file that is not there is known at definition, not at the first call', () => {
  expect(() => defineScript({ url: new URL('./nowhere.lua', import.meta.url), keys: 1 })).toThrow('ENOENT');
});
