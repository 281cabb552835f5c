import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import type { Counted } from '../../src/pulse/pulse-answers.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { eventually, recordingLog, temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { answer, lastSaid, openScene, tap } from './histories/answered.ts';
import { addToLane, edits, entryOf, writeEntry } from './histories/edits.ts';
import { createNaiveCounter, naiveEdits } from './histories/naive-counter.ts';
import type { Scene } from './histories/scene.ts';
import { recordGame } from './support/record.ts';

const EDITED =
  'This pulse could not be counted: what was stored had been changed from outside. Its answers are deleted, and nothing is shown.';

describeWithRedis('TAMPER', () => {
  let redis: PrivateRedis;
  let store: Store;
  let folder: string;
  const found = { noticed: 0, naiveUnnoticed: 0 };
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: '/nowhere', log: recordingLog() });
    folder = await temporaryFolder();
  });
  beforeEach(() => redis.client.flushall());
  afterAll(async () => {
    recordGame({
      game: 'TAMPER',
      attacker: `${edits.length - found.noticed} of ${edits.length} edits go unnoticed`,
      control: `${found.naiveUnnoticed} of ${naiveEdits.length} on a naive counter`,
    });
    await store.close();
    await redis.stop();
  });

  const scene = (channel = 'CTEAM') =>
    openScene({ client: store.client, custody: createKeyFolder({ folder }), channel, seed: 'TAMPER' });

  /** U0 to U5 have answered, U0 has changed it; U6 and U7 have not. */
  async function answered(): Promise<Scene> {
    const opened = await scene();
    const choices = [0, 1, 3, 4, 4, 2];
    const given = await Promise.all(choices.map((choice, at) => answer(opened, `U${at}`, choice)));
    await answer(opened, 'U0', 4, given[0]?.sealed);
    return opened;
  }
  async function targetOf({ team, custody, pulseId }: Scene) {
    const pulseKey = await custody.read(pulseId);
    if (!Buffer.isBuffer(pulseKey)) throw new Error('there is no key');
    return { client: redis.client, team, pulseKey };
  }

  it('leaves an untouched pulse alone: it is counted', async () => {
    const untouched = await answered();
    expect(await untouched.close()).toBe('sent');
    expect((await untouched.published()).last?.kind).toBe('published');
    expect(lastSaid(untouched)).toContain('What the pulse says');
  });

  describe('is noticed, the pulse is void and the channel is told why:', () => {
    it.each(edits)('$name', async ({ act }) => {
      const edited = await answered();
      await act(await targetOf(edited));
      await edited.close();
      const { last, histories } = await edited.published();
      expect({ kind: last?.kind, reason: last?.reason }).toEqual({ kind: 'void', reason: 'edited' });
      expect(lastSaid(edited)).toBe(EDITED);
      expect(histories.size).toBe(0);
      found.noticed += 1;
    });
  });

  it('that takes answers away until too few are left shows nothing either, and the receipts tell', async () => {
    const edited = await answered();
    const target = await targetOf(edited);
    for (const user of ['U1', 'U2']) await writeEntry(target, user, '0'.repeat(40));
    await edited.close();
    expect((await edited.published()).last).toMatchObject({ kind: 'too-few' });
    expect((await edited.published()).histories.size).toBe(0);
  });

  it('that lowers the count below the threshold unmasks no answer and shows nothing', async () => {
    const edited = await answered();
    await addToLane(await targetOf(edited), 0, -2);
    await edited.close();
    expect((await edited.published()).last).toMatchObject({ kind: 'too-few' });
    expect(lastSaid(edited)).toContain('Not enough answers');
  });

  it('goes unnoticed on a naive counter: the same hand, another store', async () => {
    for (const edit of naiveEdits) {
      await redis.client.flushall();
      const naive = createNaiveCounter({ client: redis.client });
      for (const [at, choice] of [0, 1, 3, 4, 4, 2].entries()) await naive.answer(`U${at}`, choice);
      const honest = await naive.close();
      await edit(redis.client);
      const shown = await naive.close();
      if (shown.join() !== honest.join()) found.naiveUnnoticed += 1;
    }
    expect(found.naiveUnnoticed).toBe(naiveEdits.length);
  });

  describe('a whole earlier state of Redis, restored in the middle of a pulse', () => {
    const before = ['U0', 'U1', 'U2', 'U3', 'U4'];
    let restored: Scene;
    let receipts: Map<string, Counted>;

    beforeEach(async () => {
      restored = await scene();
      receipts = new Map();
      for (const user of before) receipts.set(user, await answer(restored, user, 1));
      await redis.client.save();
      const snapshot = join(folder, 'snapshot.rdb');
      await copyFile(join(redis.folder, 'dump.rdb'), snapshot);
      for (const user of ['U5', 'U6']) receipts.set(user, await answer(restored, user, 4));
      receipts.set('U0', await answer(restored, 'U0', 4, receipts.get('U0')?.sealed));
      await redis.kill();
      await copyFile(snapshot, join(redis.folder, 'dump.rdb'));
      await redis.restart();
      await eventually(() => store.client.status === 'ready');
    });

    const listed = async () => (await restored.published()).last?.receipts ?? [];
    const receiptOf = (user: string) => receipts.get(user)?.receipt ?? '';

    it('is counted as it was, and exactly the receipts given since are missing', async () => {
      await restored.close();
      expect((await restored.published()).last?.kind).toBe('published');
      const list = await listed();
      const missing = [...receipts.keys()].filter((user) => !list.includes(receiptOf(user)));
      expect(missing).toEqual(['U0', 'U5', 'U6']);
      expect(list).toHaveLength(8);
    });

    it('lets people answer again, and then their receipt is there', async () => {
      const again = await answer(restored, 'U5', 2);
      await restored.close();
      expect(await listed()).toContain(again.receipt);
      expect(await listed()).not.toContain(receiptOf('U6'));
    });

    it('tells whoever changes an answer given since that it is gone', async () => {
      expect((await tap(restored, 'U6', 0, receipts.get('U6')?.sealed)).kind).toBe('set-back');
      expect((await tap(restored, 'U0', 0, receipts.get('U0')?.sealed)).kind).toBe('set-back');
    });

    it('changes nothing for those who answered before', async () => {
      expect((await tap(restored, 'U3', 0)).kind).toBe('already-answered');
      expect((await tap(restored, 'U3', 0, receipts.get('U3')?.sealed)).kind).toBe('changed');
    });
  });

  it('a state of Redis from before the closing, restored after it, tells nothing: the key is gone', async () => {
    const restored = await answered();
    await redis.client.save();
    const snapshot = join(folder, 'before-closing.rdb');
    await copyFile(join(redis.folder, 'dump.rdb'), snapshot);
    await restored.close();
    await redis.kill();
    await copyFile(snapshot, join(redis.folder, 'dump.rdb'));
    await redis.restart();
    await eventually(() => store.client.status === 'ready');
    expect((await tap(restored, 'U6', 0)).kind).toBe('void');
    await restored.close();
    expect((await restored.published()).last).toMatchObject({ kind: 'void', reason: 'lost', receipts: [] });
    expect(lastSaid(restored)).toContain('could not be counted: its key is lost');
  });

  it('of an entry that the game itself reads and writes back is no edit', async () => {
    const untouched = await answered();
    const target = await targetOf(untouched);
    await writeEntry(target, 'U1', await entryOf(target, 'U1'));
    await untouched.close();
    expect((await untouched.published()).last?.kind).toBe('published');
  });
});
