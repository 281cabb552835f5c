import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../src/duration.ts';
import type { KeyCustody } from '../../src/pulse/key-custody.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createWrappedKeys } from '../../src/pulse/wrapped-keys.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { recordingLog, temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { answer, lastSaid, openScene } from './histories/answered.ts';
import { addToLane, entryOf, type Target, writeEntry } from './histories/edits.ts';
import { Crash, type Faults, noFaults } from './histories/faults.ts';
import type { Scene } from './histories/scene.ts';
import { recordGame } from './support/record.ts';

const LANES = 8;
const choices = [0, 1, 3, 4, 4, 2, 0];

/**
 * Someone who writes to Redis, reads its command stream, and wants to learn an answer from what the app counts. The
 * lanes that a tap added are in the stream, so one person's contribution can be taken out whole, masks and all.
 */
describeWithRedis('TAMPER, by taking whole answers out', () => {
  let redis: PrivateRedis;
  let store: Store;
  let folder: string;
  const found = { counted: 0, countedUnderB: 0 };
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: '/nowhere', log: recordingLog() });
    folder = await temporaryFolder();
  });
  beforeEach(() => redis.client.flushall());
  afterAll(async () => {
    recordGame({
      game: 'TAMPER, whole answers out',
      attacker: `${found.counted} state counted of those put before one closing`,
      control: `${found.countedUnderB} under custody B, as docs/privacy.md says`,
    });
    await store.close();
    await redis.stop();
  });

  const lanes = async (team: Scene['team']) => {
    const reads = Array.from({ length: LANES }, (_, lane) => ['GET', 'u32', `#${lane}`]).flat();
    return (await redis.client.call('BITFIELD', keys.tally(team), ...reads)) as number[];
  };

  /** What a tap changed, to be undone later: the entry as it was, and the lanes it added. */
  async function watched(target: Target, user: string, act: () => Promise<unknown>) {
    const [entry, before] = [await entryOf(target, user), await lanes(target.team)];
    const receipt = await act();
    const added = (await lanes(target.team)).map((lane, at) => lane - (before[at] ?? 0));
    const undo = async () => {
      await writeEntry(target, user, entry);
      for (const [lane, by] of added.entries()) await addToLane(target, lane, -by);
    };
    return { receipt, undo };
  }

  async function answered(custody: KeyCustody = createKeyFolder({ folder })) {
    const scene = await openScene({ client: store.client, custody, channel: 'CTEAM', seed: 'TAKEN OUT' });
    const pulseKey = await custody.read(scene.pulseId);
    if (!Buffer.isBuffer(pulseKey)) throw new Error('there is no key');
    const target: Target = { client: redis.client, team: scene.team, pulseKey };
    const taps = [];
    for (const [at, choice] of choices.entries()) {
      taps.push(await watched(target, `U${at}`, () => answer(scene, `U${at}`, choice)));
    }
    return { scene, target, taps };
  }
  const receiptsIn = async (scene: Scene) => (await scene.published()).last?.receipts ?? [];
  const receiptOf = (counted: unknown): string => String(Reflect.get(Object(counted), 'receipt'));

  it('one person’s contribution is not missed by the app, and is by that person: their receipt is not listed', async () => {
    const { scene, taps } = await answered();
    await taps[1]?.undo();
    await scene.close();
    expect((await scene.published()).last?.kind).toBe('published');
    const listed = await receiptsIn(scene);
    const missing = taps.flatMap(({ receipt }, at) => (listed.includes(receiptOf(receipt)) ? [] : [at]));
    expect(missing).toEqual([1]);
    expect(listed).toHaveLength(8);
  });

  it('a change of an answer counts the answer before it, and the receipt of the change is not listed', async () => {
    const { scene, target, taps } = await answered();
    const sealed = String(Reflect.get(Object(taps[1]?.receipt), 'sealed'));
    const change = await watched(target, 'U1', () => answer(scene, 'U1', 4, sealed));
    await change.undo();
    await scene.close();
    const listed = await receiptsIn(scene);
    expect(listed).not.toContain(receiptOf(change.receipt));
    expect(listed).toContain(receiptOf(taps[1]?.receipt));
  });

  describe('and having the pulse closed again and again', () => {
    /** Dies once the outcome is known and before it is written. */
    const dying: Faults = {
      around: async (call) => {
        const result = await call();
        if (Reflect.get(Object(result), 'state') === undefined && Buffer.isBuffer(result)) throw new Crash();
        return result;
      },
    };

    async function statesCounted(custody: KeyCustody): Promise<number> {
      const { scene, taps } = await answered(custody);
      await expect(scene.rooms(dying).readouts.close(scene.closing)).rejects.toThrow(Crash);
      await taps[1]?.undo();
      await scene.rooms(noFaults).readouts.close(scene.closing);
      const { last } = await scene.published();
      if (last?.kind === 'void') expect(lastSaid(scene)).toContain('had been changed from outside');
      return last?.kind === 'void' ? 1 : 2;
    }

    it('is counted from one state, and void from another', async () => {
      found.counted = await statesCounted(createKeyFolder({ folder }));
      expect(found.counted).toBe(1);
    });

    it('is counted from both under custody B: there is no place outside Redis to remember the first', async () => {
      const wrappingKey = Buffer.alloc(32, 7);
      const random = { bytes: (size: number) => Buffer.alloc(size, 3) };
      found.countedUnderB = await statesCounted(
        createWrappedKeys({ client: store.client, wrappingKey, random }),
      );
      expect(found.countedUnderB).toBe(2);
    });
  });

  it('at another time than its own gets nothing closed: the pulse stays open, its key unread', async () => {
    const reads: string[] = [];
    const files = createKeyFolder({ folder });
    const read = async (pulseId: string) => {
      reads.push(pulseId);
      return files.read(pulseId);
    };
    const { scene } = await answered({ ...files, read });
    const before = reads.length;
    const early = { ...scene.closing, instant: scene.closing.instant - HOUR };
    const result = await scene.rooms(noFaults).readouts.close(early);
    expect(result).toBe('no-pulse');
    expect((await scene.current())?.state).toBe('open');
    expect(reads).toHaveLength(before);
  });
});
