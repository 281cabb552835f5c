import { readdir } from 'node:fs/promises';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { team } from './samples.ts';
import { pulseKeys, withRedis } from './store-world.ts';
import { type TeamWorld, teamWorld } from './team-world.ts';

type Edit = readonly [name: string, edit: (client: Redis) => Promise<unknown>];

const pulse = keys.pulse(team);

async function editRecord(client: Redis, fields: { readonly [field: string]: unknown }): Promise<void> {
  const record = JSON.parse((await client.hget(pulse, 'record')) ?? '{}');
  await client.hset(pulse, 'record', JSON.stringify({ ...record, ...fields }));
}

async function replace(client: Redis, key: string): Promise<void> {
  await client.del(key);
  await client.set(key, 'something else');
}

/** After these nothing is left of the pulse that could be read. */
const unreadable: readonly Edit[] = [
  ['deleted', (client) => client.del(pulse)],
  ['deleted with its tokens and its tally', (client) => client.del(...pulseKeys)],
  ['replaced by a text', (client) => replace(client, pulse)],
  ['left without its record', (client) => client.hdel(pulse, 'record')],
  ['given a record that is no JSON', (client) => client.hset(pulse, 'record', '{')],
  ['given a record without fields', (client) => client.hset(pulse, 'record', '{}')],
  ['given another id', (client) => client.hset(pulse, 'id', 'TWORK-CTEAM-1')],
  ['left without its id', (client) => client.hdel(pulse, 'id')],
  ['said to have opened at another time', (client) => editRecord(client, { opensAt: 5 })],
  ['given years to run', (client) => editRecord(client, { closesAt: Date.UTC(2036, 0, 1) })],
];

/** After these it is closed from its record, which is not as it was. */
const unlikeItself: readonly Edit[] = [
  ['given tokens that are a text', (client) => replace(client, keys.tokens(team))],
  ['given another threshold', (client) => editRecord(client, { threshold: 6 })],
  [
    'given a tally that is a list',
    async (client) => {
      await client.del(keys.tally(team));
      await client.rpush(keys.tally(team), 'one');
    },
  ],
];

const EDITED =
  'This pulse could not be counted: what was stored had been changed from outside. Its answers are deleted, and nothing is shown.';

describeWithRedis('an open pulse that someone has edited in Redis', () => {
  const redis = withRedis();
  let there: TeamWorld;
  let opensAt: number;
  beforeEach(async () => {
    there = await teamWorld({ store: redis.store });
    opensAt = await there.open();
    for (const person of there.people) await there.tap(person, 1);
  });
  afterEach(() => there.world.close());
  const client = () => redis.redis.client;
  const keyFiles = () => readdir(there.world.keyDir);
  const notices = () => there.said().filter(({ text }) => text === EDITED).length;
  const expectEnded = async () => {
    expect(notices()).toBe(1);
    expect(there.said().some(({ text }) => text.startsWith('What the pulse says'))).toBe(false);
    expect(await client().exists(...pulseKeys)).toBe(0);
    expect(await keyFiles()).toEqual([]);
  };

  it.each([...unreadable, ...unlikeItself])(
    'and %s: it is void, the channel is told why, and its key is destroyed',
    async (_name, edit) => {
      await edit(client());
      await there.close();
      await expectEnded();
    },
  );

  it.each(unreadable)('and %s: the next pulse opens and closes as usual', async (_name, edit) => {
    await edit(client());
    await there.close();
    await there.open();
    for (const person of there.people) expect((await there.tap(person, 1)).text).toContain('Added to');
    await there.close();
    expect(there.lastSaid().text).toContain('What the pulse says');
    expect(await keyFiles()).toEqual([]);
  });

  it.each([HOUR, -HOUR])('and moved the end of by %i ms: it is void when it ends', async (shift) => {
    await editRecord(client(), { closesAt: opensAt + 48 * HOUR + shift });
    await there.world.advanceTo(opensAt + 50 * HOUR, [team]);
    await expectEnded();
  });

  describe('with its closing taken out of the calendar as well', () => {
    beforeEach(() =>
      there.world.app.rooms.calendar
        .forget(team)
        .then(() => there.world.app.rooms.calendar.plan(team, opensAt)),
    );

    it.each(unreadable)('and %s: it is ended before the next would open', async (_name, edit) => {
      await edit(client());
      await there.world.advanceTo(opensAt + 8 * DAY, [team]);
      await expectEnded();
    });

    it.each(unreadable)('and %s: it is ended when the app starts', async (_name, edit) => {
      await edit(client());
      there.world.clock.jumpTo(opensAt + 3 * DAY);
      await there.world.app.rooms.pulses.sweep();
      await there.world.beat();
      await expectEnded();
    });
  });

  it('and of which nothing at all is left, the team included: its key goes when it would be over', async () => {
    await client().flushall();
    const { sweep } = there.world.app.rooms.pulses;
    there.world.clock.jumpTo(opensAt + 4 * DAY);
    await sweep();
    expect(await keyFiles()).toHaveLength(1);
    there.world.clock.jumpTo(opensAt + 4 * DAY + 1);
    await sweep();
    expect(await keyFiles()).toEqual([]);
  });

  it('in vain, for it is as it was: it is counted', async () => {
    await there.world.app.rooms.pulses.sweep();
    await there.close();
    expect(there.lastSaid().text).toContain('What the pulse says');
  });

  it('while a job asks for another closing, is left to its own time', async () => {
    const { readouts, calendar } = there.world.app.rooms;
    const slot = { team, kind: 'closing', instant: opensAt + HOUR } as const;
    there.world.clock.jumpTo(slot.instant);
    expect(await readouts.close(slot)).toBe('no-pulse');
    expect((await calendar.next(team)).closing).toBe(opensAt + 48 * HOUR);
    expect(await keyFiles()).toHaveLength(1);
    await there.close();
    expect(there.lastSaid().text).toContain('What the pulse says');
  });
});
