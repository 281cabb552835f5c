import { expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { allShortMemory, type Closing } from '../../src/readout/readout.ts';
import { createReadoutStore } from '../../src/readout/readout-store.ts';
import { release, withReadout } from '../../src/readout/release.ts';
import { MOST_CHANGES_KEPT } from '../../src/readout/what-changed.ts';
import { keys } from '../../src/redis/keys.ts';
import { keyNumber, sampleRecord, team } from '../pulse/samples.ts';
import { opened, pulseKeys, withRedis } from '../pulse/store-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { history, sampleReadout } from './samples.ts';

const last: Closing = {
  pulse: sampleRecord().id,
  question: 'work-fits-hours',
  opensAt: 1000,
  closesAt: 2000,
  threshold: 5,
  audience: 'everyone',
  ts: '1.1',
  kind: 'published',
  receipts: ['ABCDE-FGHJK', 'KJHGF-EDCBA'],
};

describeWithRedis('the store of readouts', () => {
  const world = withRedis();
  const readouts = () => createReadoutStore({ client: world.store.client });
  const none = new Map<string, never>();

  it('is empty before anything is published', async () => {
    expect(await readouts().read(team)).toEqual({ last: undefined, histories: new Map(), changes: [] });
  });

  it('gives back what was published, and the pulse is gone at the same stroke', async () => {
    await opened(world.store);
    const histories = new Map([
      [
        'work-fits-hours',
        history([
          [0, 2],
          [1, 2],
        ]),
      ],
      ['stuck-alone', [sampleReadout({ participation: 'fewer than half' })]],
    ]);
    expect(await readouts().publish(team, last, histories)).toBe(true);
    expect(await readouts().read(team)).toEqual({ last, histories, changes: [] });
    expect(await world.redis.client.exists(...pulseKeys)).toBe(0);
  });

  it('writes nothing for a pulse that is gone: somebody else was first', async () => {
    await opened(world.store);
    await readouts().publish(team, last, none);
    const second: Closing = { ...last, kind: 'void', reason: 'edited', receipts: [] };
    expect(await readouts().publish(team, second, new Map([['stuck-alone', [sampleReadout()]]]))).toBe(false);
    expect(await readouts().read(team)).toEqual({ last, histories: new Map(), changes: [] });
  });

  it('does not touch another pulse that is open', async () => {
    await opened(world.store, { id: 'TWORK-CTEAM-9000' });
    expect(await readouts().publish(team, last, none)).toBe(false);
    expect(await world.redis.client.exists(...pulseKeys)).toBe(3);
  });

  it('forgets what is not handed on: it keeps no more than it is told to', async () => {
    await opened(world.store);
    await readouts().publish(team, last, new Map([['stuck-alone', [sampleReadout()]]]));
    await opened(world.store);
    await readouts().publish(team, { ...last, kind: 'too-few' }, none);
    expect(await world.redis.client.hkeys(keys.readouts(team))).toEqual(['last']);
  });

  it('holds levels, words and instants: nothing a number of answers could be read from', async () => {
    await opened(world.store);
    const { record, totals } = { record: sampleRecord(), totals: [3, 1, 1, 2, 1] };
    const chance = createKeyedStream(keyNumber(1));
    const readout = release({ record, totals, chance, history: [], rosterChanges: 2 });
    await readouts().publish(team, last, new Map([['stuck-alone', withReadout([], readout)]]));
    const stored = await world.redis.client.hget(keys.readouts(team), 'question:stuck-alone');
    const fields = Object.keys(JSON.parse(stored ?? '[{}]')[0]).sort();
    const kept = 'audience closedAt isComparable isFirst level participation rosterChanges step undisplayed';
    expect(fields).toEqual(kept.split(' '));
    const ending = await world.redis.client.hget(keys.readouts(team), 'last');
    expect(Object.keys(JSON.parse(ending ?? '{}')).sort()).toEqual(Object.keys(last).sort());
  });

  it('keeps that something was changed: when and about what, and no more than so many', async () => {
    await opened(world.store);
    for (let at = 0; at < MOST_CHANGES_KEPT + 2; at += 1)
      expect(await readouts().keepChanged(team, { at: 100 + at, question: 'stuck-alone' })).toBe(true);
    const { changes } = await readouts().read(team);
    expect(changes).toHaveLength(MOST_CHANGES_KEPT);
    expect(changes[0]).toEqual({ at: 102, question: 'stuck-alone' });
    expect(changes.at(-1)?.at).toBe(101 + MOST_CHANGES_KEPT);
  });

  it('keeps two changes of the same instant', async () => {
    await opened(world.store);
    for (const question of ['stuck-alone', 'took-back'])
      await readouts().keepChanged(team, { at: 5, question });
    expect((await readouts().read(team)).changes).toEqual([
      { at: 5, question: 'stuck-alone' },
      { at: 6, question: 'took-back' },
    ]);
  });

  it('keeps no change of a team that is gone', async () => {
    await world.redis.client.del(keys.team(team));
    expect(await readouts().keepChanged(team, { at: 5, question: 'stuck-alone' })).toBe(false);
    expect(await world.redis.client.exists(keys.readouts(team))).toBe(0);
  });

  it('keeps changes over a closing, those older than a year apart', async () => {
    await opened(world.store);
    const closesAt = 400 * DAY;
    for (const at of [closesAt - 366 * DAY, closesAt - 364 * DAY])
      await readouts().keepChanged(team, { at, question: 'stuck-alone' });
    await readouts().publish(team, { ...last, closesAt }, none);
    const { changes } = await readouts().read(team);
    expect(changes).toEqual([{ at: closesAt - 364 * DAY, question: 'stuck-alone' }]);
  });

  it('leaves out what somebody has broken by hand, and keeps the rest', async () => {
    await opened(world.store);
    await readouts().publish(team, last, new Map([['work-fits-hours', [sampleReadout()]]]));
    const { client } = world.redis;
    await client.hset(keys.readouts(team), 'question:stuck-alone', '[{"level":"high"}]');
    await client.hset(keys.readouts(team), 'question:took-back', '{');
    const { histories } = await readouts().read(team);
    expect([...histories.keys()]).toEqual(['work-fits-hours']);
    await client.hset(keys.readouts(team), 'last', 'not JSON');
    expect((await readouts().read(team)).last).toBeUndefined();
  });

  it('reads nothing where somebody has put something else, and the next readout takes its place', async () => {
    await world.redis.client.del(keys.readouts(team));
    await world.redis.client.set(keys.readouts(team), 'something else');
    expect(await readouts().read(team)).toEqual({ last: undefined, histories: new Map(), changes: [] });
    await opened(world.store);
    expect(await readouts().publish(team, last, new Map())).toBe(true);
    expect((await readouts().read(team)).last).toEqual(last);
  });
});

it('a question that is no longer asked is forgotten after a year too', () => {
  const old = [sampleReadout({ closedAt: 0 })];
  const young = [sampleReadout({ closedAt: 300 * DAY })];
  const histories = new Map([
    ['no-longer-asked', old],
    ['still-asked', [...old, ...young]],
  ]);
  expect(allShortMemory(histories, 366 * DAY)).toEqual(new Map([['still-asked', young]]));
});
