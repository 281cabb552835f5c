import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/duration.ts';
import { formatEntry } from '../../src/pulse/entry.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { type Counts, createPulseClosing } from '../../src/pulse/pulse-closing.ts';
import type { PulseStore } from '../../src/pulse/pulse-store.ts';
import { laneCount, NO_PAD, tokenOf } from '../../src/pulse/tally.ts';
import { mayPublish } from '../../src/readout/may-publish.ts';
import { keys } from '../../src/redis/keys.ts';
import { temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { freshR, keyNumber, sampleRecord, team } from './samples.ts';
import { attempt, opened, people, pulseKey, withRedis } from './store-world.ts';

describeWithRedis('unlocking a pulse', () => {
  const world = withRedis();
  const { id, closesAt } = sampleRecord();
  let folder: string;
  let pulses: PulseStore;
  beforeEach(async () => {
    folder = await temporaryFolder();
    await createKeyFolder({ folder }).keep(id, pulseKey);
    ({ pulses } = await opened(world.store));
  });

  const unlock = (isEnough: (counts: Counts) => boolean = mayPublish) =>
    createPulseClosing({ store: pulses, custody: forgetful(), clock }).unlock(team, closesAt, isEnough);
  const clock = { now: () => closesAt };
  /** A custody that remembers no state: for looking at one edit after the other. */
  const forgetful = () => ({ ...createKeyFolder({ folder }), commit: async () => true });
  /** The closing of an instance whose clock says `now`. */
  const closingAt = (now: number) =>
    createPulseClosing({ store: pulses, custody: createKeyFolder({ folder }), clock: { now: () => now } });
  const loseKey = () => rm(join(folder, `${id}.key`));
  const answer = async (choices: readonly number[]) => {
    for (const [at, choice] of choices.entries())
      await pulses.castVote(team, attempt(people[at] ?? '', choice));
  };
  const client = () => world.redis.client;
  const editEntry = (user: string, entry: string) =>
    client().hset(keys.tokens(team), tokenOf(pulseKey, user), entry);
  const addToLane = (lane: number, delta: number) =>
    client().call('BITFIELD', keys.tally(team), 'OVERFLOW', 'WRAP', 'INCRBY', 'u32', `#${lane}`, delta);

  it('gives the totals of five answers and more', async () => {
    await answer([0, 0, 3, 4, 4]);
    expect(await unlock()).toMatchObject({ kind: 'totals', totals: [2, 0, 0, 1, 2], ts: '1.1' });
  });

  it('gives them again when it is repeated: nothing is deleted here', async () => {
    await answer([0, 0, 3, 4, 4, 4]);
    const [first, again] = [await unlock(), await unlock()];
    if (first?.kind !== 'totals' || again?.kind !== 'totals') throw new Error('there are no totals');
    expect(again.chance.bytes(100)).toEqual(first.chance.bytes(100));
    expect({ ...again, chance: undefined }).toEqual({ ...first, chance: undefined });
  });

  it('is refused before its time, whoever put the job on the queue', async () => {
    await answer([0, 0, 3, 4, 4]);
    expect(await closingAt(closesAt - HOUR).unlock(team, closesAt, mayPublish)).toBeUndefined();
    expect((await pulses.current(team))?.state).toBe('open');
    expect(await closingAt(closesAt - MINUTE).unlock(team, closesAt, mayPublish)).toBeDefined();
  });

  it('counts one state of the store and no other: who edits it after a closing began gets nothing', async () => {
    await answer([0, 0, 3, 4, 4, 4]);
    const before = await client().hgetall(keys.tokens(team));
    const counted = () => closingAt(closesAt).unlock(team, closesAt, mayPublish);
    expect(await counted()).toMatchObject({ kind: 'totals' });
    const [token = '', entry = ''] =
      Object.entries(before).find(([, value]) => !value.endsWith(NO_PAD)) ?? [];
    await client().hset(keys.tokens(team), token, formatEntry({ version: 0, r: NO_PAD }));
    expect(await counted()).toMatchObject({ kind: 'void', reason: 'edited' });
    await client().hset(keys.tokens(team), token, entry);
    expect(await counted()).toMatchObject({ kind: 'totals' });
  });

  it('is of the pulse that closes at that instant and of no other', async () => {
    const closing = closingAt(closesAt);
    expect(await closing.unlock(team, closesAt + 1, mayPublish)).toBeUndefined();
    expect((await pulses.current(team))?.state).toBe('open');
    expect(await closing.unlock({ ...team, channel: 'CELSE' }, closesAt, mayPublish)).toBeUndefined();
  });

  it('asks whether it may with counts alone, before and after it has unmasked the count', async () => {
    await answer([4, 4, 4, 4, 4, 4]);
    const asked: Counts[] = [];
    await unlock((counts) => {
      asked.push(counts);
      return mayPublish(counts);
    });
    const counts = { answered: 6, electorate: 8, threshold: 5 };
    expect(asked).toEqual([counts, counts]);
  });

  /** Whoever unmasked these lanes would notice. */
  const garble = () => client().set(keys.tally(team), Buffer.alloc(4 * laneCount(5), 0xa5));

  it.each([0, 1, 4])('unmasks nothing of %i answers: garbled lanes are not noticed', async (answers) => {
    await answer(Array.from({ length: answers }, () => 4));
    expect(await unlock()).toMatchObject({ kind: 'too-few' });
    await garble();
    expect(await unlock()).toMatchObject({ kind: 'too-few' });
  });

  it('unmasks nothing of five answers where the team asks for six', async () => {
    await client().flushall();
    ({ pulses } = await opened(world.store, { threshold: 6 }));
    await answer([1, 1, 1, 1, 1]);
    await garble();
    expect(await unlock()).toMatchObject({ kind: 'too-few' });
    await pulses.discard(team, id);
  });

  it('is void with five answers and garbled lanes: the control of the two above', async () => {
    await answer([1, 1, 1, 1, 1]);
    await garble();
    expect(await unlock()).toMatchObject({ kind: 'void', reason: 'edited' });
  });

  it.each([0, 4, 5])('is void without a key, with %i answers', async (answers) => {
    await answer(Array.from({ length: answers }, () => 4));
    await loseKey();
    expect(await unlock()).toMatchObject({ kind: 'void', reason: 'lost' });
  });

  it.each(['', 'too short', 'x'.repeat(33)])('is void where the key file has become %j', async (contents) => {
    await answer([1, 1, 1, 1, 1]);
    await writeFile(join(folder, `${id}.key`), contents);
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });

  it('is void with the key of another pulse', async () => {
    await answer([1, 1, 1, 1, 1]);
    await writeFile(join(folder, `${id}.key`), keyNumber(77));
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('is void where somebody has added to lane %i', async (lane) => {
    await answer([0, 1, 2, 3, 4, 4]);
    for (const delta of [1, 1_000_000, 2 ** 31]) {
      await addToLane(lane, delta);
      expect(await unlock()).toMatchObject({ kind: 'void' });
      await addToLane(lane, -delta);
    }
    expect(await unlock()).toMatchObject({ kind: 'totals' });
  });

  it('is void where somebody has made a person who did not answer one who did', async () => {
    await answer([0, 1, 2, 3, 4]);
    await editEntry('UHAL', `00000001${freshR()}`);
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });

  it('is void where somebody has made a person who answered one who did not', async () => {
    await answer([0, 1, 2, 3, 4, 4]);
    await editEntry('UANN', '0'.repeat(40));
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });

  it('is void where somebody has changed the r of an answer', async () => {
    await answer([0, 1, 2, 3, 4]);
    await editEntry('UANN', `00000001${freshR()}`);
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });

  it('is void where an entry is none, or the electorate has grown or shrunk', async () => {
    await answer([0, 1, 2, 3, 4]);
    await client().hset(keys.tokens(team), 'f'.repeat(128), '0'.repeat(40));
    expect(await unlock()).toMatchObject({ kind: 'void' });
    await client().hdel(keys.tokens(team), 'f'.repeat(128), tokenOf(pulseKey, 'UHAL'));
    expect(await unlock()).toMatchObject({ kind: 'void' });
    await editEntry('UHAL', 'not an entry');
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });

  it.each([0, 4, 28, 33, 36])('is void where the tally has %i bytes instead of 32', async (bytes) => {
    await answer([0, 1, 2, 3, 4]);
    const tally = await client().getBuffer(keys.tally(team));
    await client().del(keys.tally(team));
    if (bytes > 0)
      await client().set(keys.tally(team), Buffer.concat([tally ?? Buffer.alloc(0), Buffer.alloc(8)], bytes));
    expect(await unlock()).toMatchObject({ kind: 'void' });
  });
});
