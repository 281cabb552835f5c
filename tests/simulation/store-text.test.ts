import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { team } from '../../playground/simulation/cast.ts';
import { kindOfKey } from '../../playground/simulation/key-meanings.ts';
import { type Snapshot, takeSnapshot } from '../../playground/simulation/store-dump.ts';
import { storeText } from '../../playground/simulation/store-text.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { kinds, openKind, type TestStore } from '../redis/stores.ts';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0)) await clean();
});

async function storeWith(fill: (client: TestStore['store']['client']) => Promise<unknown>, kind = kinds[0]) {
  const { store, close } = await openKind(kind ?? 'embedded');
  const keyDir = await mkdtemp(join(tmpdir(), 'many-hands-keys-'));
  cleanUp.push(close, () => rm(keyDir, { recursive: true }));
  await fill(store.client);
  return takeSnapshot({ client: store.client, keyDir, at: 0 });
}

const empty: Snapshot = { at: 0, keys: [], keyFiles: [] };

/** A simulation is played on one Redis: the names of a Cluster's keys lie on its nodes. */
const ofOne = kinds.filter((kind) => kind !== 'cluster');

it.each(ofOne)('reads every type of key from a store of kind "%s", binary as hex', async (kind) => {
  const snapshot = await storeWith(async (client) => {
    await client.set('a-text', 'words', 'EX', 1000);
    await client.set('bytes', Buffer.from([0, 255, 10]));
    await client.hset('hash', { second: '2', first: '1' });
    await client.sadd('set', 'b', 'a');
    await client.rpush('list', 'b', 'a');
    await client.zadd('sorted', 2, 'later', 1, 'sooner');
    await client.xadd('stream', '1-1', 'field', 'value');
  }, kind);
  expect(snapshot.keys.map(({ name, type, values }) => [name, type, values])).toEqual([
    ['a-text', 'string', [{ label: '', text: 'words' }]],
    ['bytes', 'string', [{ label: '', text: '0x00ff0a' }]],
    [
      'hash',
      'hash',
      [
        { label: 'first', text: '1' },
        { label: 'second', text: '2' },
      ],
    ],
    [
      'list',
      'list',
      [
        { label: '', text: 'b' },
        { label: '', text: 'a' },
      ],
    ],
    [
      'set',
      'set',
      [
        { label: '', text: 'a' },
        { label: '', text: 'b' },
      ],
    ],
    [
      'sorted',
      'zset',
      [
        { label: '1', text: 'sooner' },
        { label: '2', text: 'later' },
      ],
    ],
    ['stream', 'stream', [{ label: '1-1', text: 'field value' }]],
  ]);
  expect(snapshot.keys.map(({ timeToLive }) => timeToLive !== undefined).indexOf(true)).toBe(0);
});

it('knows every key that keys.ts names', () => {
  const names = [
    ...keysOfTeam(team),
    keys.due(),
    keys.teamsOf(team.workspace),
    keys.lastPulse(team),
    `${keys.queuePrefix}:slots:meta`,
  ];
  expect(names.filter((name) => kindOfKey(team, name) === undefined)).toEqual([]);
  expect(kindOfKey(team, keys.team({ ...team, channel: 'COTHER' }))).toBeUndefined();
});

it('says loudly when there is a key that keys.ts does not name', async () => {
  const snapshot = await storeWith((client) => client.set('stray', 'value'));
  expect(storeText(snapshot)).toContain('KEYS THAT src/redis/keys.ts DOES NOT NAME');
  expect(storeText(snapshot)).toContain('  stray  (string, no time to live)\n    value');
  expect(storeText(empty)).not.toContain('DOES NOT NAME');
});

it('prints of the queue’s keys the names alone, and leaves out those that come and go', () => {
  const queueKey = (rest: string) => ({
    name: `${keys.queuePrefix}:slots:${rest}`,
    type: 'hash',
    timeToLive: undefined,
    values: [{ label: 'data', text: 'what is in it' }],
  });
  const text = storeText({ ...empty, keys: [queueKey('meta'), queueKey('stalled-check')] });
  expect(text).toContain(`${keys.queuePrefix}:slots:meta`);
  expect(text).not.toContain(`${keys.queuePrefix}:slots:stalled-check`);
  expect(text).not.toContain('what is in it');
});

it('shows the key files beside the store, or that there are none', () => {
  expect(storeText(empty)).toBe('Beside the store, in the folder of pulse keys: nothing.');
  expect(storeText({ ...empty, keyFiles: [{ name: 'T-C-1.key', bytes: 32 }] })).toContain(
    '  T-C-1.key  (32 bytes)',
  );
});
