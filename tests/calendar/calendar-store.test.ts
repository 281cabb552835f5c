import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CalendarStore, createCalendarStore } from '../../src/calendar/calendar-store.ts';
import type { SlotRecord } from '../../src/calendar/slot-record.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { StoreError } from '../../src/redis/store-error.ts';
import { teamKey } from '../../src/team-id.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { monday, slot, team } from './agendas.ts';
import { createMemoryStore } from './memory-store.ts';

const other = { workspace: 'T1', channel: 'C2' };
const nobody = { workspace: 'T1', channel: 'CNONE' };
const ignore = () => undefined;
const anyState = ['planned', 'sending', 'sent', 'unknown', 'not-sent'] as const;

/** What every store of the calendar does; `fresh` gives an empty one, in which the two teams are enrolled. */
function contract(fresh: () => Promise<CalendarStore>) {
  let store: CalendarStore;
  beforeEach(async () => {
    store = await fresh();
  });

  const dueAt = async (now: number) =>
    (await store.due(now, ignore)).map(
      ({ team: { channel }, kind, instant }) => `${channel} ${kind} ${instant - monday}`,
    );
  const claim = (one = slot(), now = monday) => store.claim(one, now);

  test('gives what is due, earliest first, and leaves it there', async () => {
    await store.write(team, 'prompt', monday + 2);
    await store.write(other, 'closing', monday + 1);
    await store.write(team, 'opening', monday + 3);
    const expected = ['C2 closing 1', 'C1 prompt 2'];
    expect(await dueAt(monday + 2)).toEqual(expected);
    expect(await dueAt(monday + 2)).toEqual(expected);
    expect(await dueAt(monday)).toEqual([]);
  });

  test('has one next slot per team and kind: writing moves it, writing nothing takes it out', async () => {
    await store.write(team, 'prompt', monday);
    await store.write(team, 'prompt', monday + 5);
    await store.write(other, 'prompt', monday + 9);
    expect(await store.next(team)).toEqual({ prompt: monday + 5 });
    await store.write(team, 'prompt', undefined);
    expect(await store.next(team)).toEqual({});
    expect(await store.next(other)).toEqual({ prompt: monday + 9 });
  });

  test('tells every kind that is planned, and leaves out those that are not', async () => {
    await store.write(team, 'opening', monday + 1);
    await store.write(team, 'upkeep', monday + 2);
    expect(await store.next(team)).toEqual({ opening: monday + 1, upkeep: monday + 2 });
  });

  test('moves a slot that is still the one that was seen', async () => {
    await store.write(team, 'prompt', monday);
    expect(await store.move(team, 'prompt', monday, monday + 7 * DAY)).toBe(true);
    expect(await store.next(team)).toEqual({ prompt: monday + 7 * DAY });
    expect(await store.move(team, 'prompt', monday + 7 * DAY, undefined)).toBe(true);
    expect(await store.next(team)).toEqual({});
  });

  test('moves no slot that somebody else has moved or taken out meanwhile', async () => {
    await store.write(team, 'prompt', monday + 1);
    expect(await store.move(team, 'prompt', monday, monday + 7 * DAY)).toBe(false);
    expect(await store.next(team)).toEqual({ prompt: monday + 1 });
    await store.write(team, 'prompt', undefined);
    expect(await store.move(team, 'prompt', monday, monday + 7 * DAY)).toBe(false);
    expect(await store.next(team)).toEqual({});
  });

  test('plans where nothing was planned, unless somebody else was first', async () => {
    expect(await store.move(team, 'prompt', undefined, monday)).toBe(true);
    expect(await store.move(team, 'prompt', undefined, monday + 1)).toBe(false);
    expect(await store.next(team)).toEqual({ prompt: monday });
  });

  test('gives a new slot to one of many who claim it at once', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim()));
    expect(claims.filter((result) => result === 'claimed')).toHaveLength(1);
    expect(claims.filter((result) => result === 'under-way')).toHaveLength(19);
    expect(await store.record(slot())).toEqual({ state: 'sending', since: monday });
  });

  test('gives a slot again that was put back to planned', async () => {
    await claim();
    await store.mark(slot(), { state: 'planned' }, ['sending']);
    expect(await claim(slot(), monday + 1)).toBe('claimed');
    expect(await store.record(slot())).toEqual({ state: 'sending', since: monday + 1 });
  });

  test.each([
    [20 * SECOND, 'under-way'],
    [20 * SECOND + 1, 'interrupted'],
    [-2 * MINUTE, 'under-way'],
    [-2 * MINUTE - 1, 'interrupted'],
    [HOUR, 'interrupted'],
  ] as const)('takes a sending that began %i ms ago for %s', async (age, expected) => {
    await claim();
    expect(await claim(slot(), monday + age)).toBe(expected);
    const record = { state: 'unknown' } as const;
    expect(await store.record(slot())).toEqual(
      expected === 'interrupted' ? record : { state: 'sending', since: monday },
    );
  });

  test('finds an interrupted sending once: after that it is done', async () => {
    await claim();
    expect(await claim(slot(), monday + HOUR)).toBe('interrupted');
    expect(await claim(slot(), monday + HOUR)).toBe('done');
  });

  test.each([
    { state: 'sent', ts: '1.2' },
    { state: 'unknown' },
    { state: 'not-sent', reason: 'is_archived' },
  ] as const)('leaves a slot that is $state as it is when someone claims it', async (record) => {
    await store.mark(slot(), record, anyState);
    expect(await claim()).toBe('done');
    expect(await store.record(slot())).toEqual(record);
  });

  describe('where a slot must be the only one of its kind within a span', () => {
    const alone = { from: monday, until: monday + 7 * DAY };
    const claimAlone = () => store.claim(slot({ instant: monday + DAY }), monday + DAY, alone);
    const hasBeen = (record: SlotRecord, fields = {}) => store.mark(slot(fields), record, anyState);

    test.each([
      { state: 'sending', since: monday },
      { state: 'sent', ts: '1.2' },
      { state: 'unknown' },
    ] as const)('refuses it beside one that is $state, and says so in its record', async (record) => {
      await hasBeen(record);
      expect(await claimAlone()).toBe('not-alone');
      const mine = await store.record(slot({ instant: monday + DAY }));
      expect(mine).toEqual({ state: 'not-sent', reason: 'not-alone' });
      expect(await store.record(slot())).toEqual(record);
    });

    test.each([
      [{ state: 'planned' }, {}],
      [{ state: 'not-sent', reason: 'too-late' }, {}],
      [{ state: 'sent' }, { kind: 'opening' }],
      [{ state: 'sent' }, { instant: monday - 1 }],
      [{ state: 'sent' }, { instant: monday + 7 * DAY }],
      [{ state: 'sent' }, { team: other }],
    ] as const)('gives it beside %j %j', async (record, fields) => {
      await hasBeen(record, fields);
      expect(await claimAlone()).toBe('claimed');
    });

    test('gives one of two to one of two who claim at once', async () => {
      const claims = await Promise.all([store.claim(slot(), monday, alone), claimAlone()]);
      expect([...claims].sort()).toEqual(['claimed', 'not-alone']);
    });
  });

  test('marks a slot that is in one of the states the caller thinks of, and no other', async () => {
    expect(await store.mark(slot(), { state: 'sent', ts: '1' }, ['sending'])).toBe(false);
    expect(await store.record(slot())).toEqual({ state: 'planned' });
    expect(await store.mark(slot(), { state: 'unknown' }, ['sending', 'planned'])).toBe(true);
    expect(await store.mark(slot(), { state: 'planned' }, ['sending'])).toBe(false);
    expect(await store.record(slot())).toEqual({ state: 'unknown' });
  });

  test('neither gives nor marks a slot of a team that is gone', async () => {
    const gone = slot({ team: nobody });
    expect(await store.claim(gone, monday)).toBe('no-team');
    expect(await store.mark(gone, { state: 'unknown' }, anyState)).toBe(false);
    expect(await store.records(nobody)).toEqual([]);
  });

  test('tells all that is remembered of a team’s slots', async () => {
    const opening = slot({ kind: 'opening', instant: monday + 1 });
    await store.mark(slot(), { state: 'sent', ts: '1.2' }, anyState);
    await store.mark(opening, { state: 'unknown' }, anyState);
    await store.mark(slot({ team: other }), { state: 'unknown' }, anyState);
    const records = [...(await store.records(team))].sort((one, two) => one.instant - two.instant);
    expect(records).toEqual([
      { kind: 'prompt', instant: monday, record: { state: 'sent', ts: '1.2' } },
      { kind: 'opening', instant: monday + 1, record: { state: 'unknown' } },
    ]);
  });

  test('forgets records older than 35 days when it gives a slot, and no younger ones', async () => {
    const old = slot({ instant: monday - 35 * DAY - 1 });
    const young = slot({ instant: monday - 35 * DAY });
    for (const one of [old, young]) await store.mark(one, { state: 'unknown' }, anyState);
    await claim();
    expect(await store.record(old)).toEqual({ state: 'planned' });
    expect(await store.record(young)).toEqual({ state: 'unknown' });
  });

  test('holds back the workspace that Slack named, and no other', async () => {
    expect(await store.heldBackFor('T1')).toBeLessThanOrEqual(0);
    await store.holdBack('T1', 30);
    expect(await store.heldBackFor('T1')).toBeGreaterThan(0);
    expect(await store.heldBackFor('T2')).toBeLessThanOrEqual(0);
  });
}

describe('the calendar in memory', () => {
  contract(async () => createMemoryStore(new Set([teamKey(team), teamKey(other)])));
});

describeWithRedis('the calendar in Redis', () => {
  let redis: PrivateRedis;
  let store: CalendarStore;
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = createCalendarStore({ client: redis.client });
  });
  afterAll(() => redis.stop());

  async function fresh() {
    await redis.client.flushall();
    for (const one of [team, other]) await redis.client.set(keys.team(one), '{}');
    return store;
  }

  contract(fresh);

  test('keeps nothing but ids of channels, kinds and instants', async () => {
    await fresh();
    await store.write(team, 'prompt', monday);
    await store.claim(slot(), monday);
    await store.mark(slot(), { state: 'sent', ts: '1.2' }, ['sending']);
    expect(await redis.client.zrangebyscore(keys.due(), '-inf', '+inf', 'WITHSCORES')).toEqual([
      'T1.C1.prompt',
      String(monday),
    ]);
    expect(await redis.client.hgetall(keys.slots(team))).toEqual({
      [`${monday}-prompt`]: '{"state":"sent","ts":"1.2"}',
    });
  });

  test('holds a workspace back for as long as Slack asks, by Redis’s own clock', async () => {
    await fresh();
    await store.holdBack('T1', 30);
    expect(await store.heldBackFor('T1')).toBeGreaterThan(29_000);
    expect(await store.heldBackFor('T1')).toBeLessThanOrEqual(30_000);
    await store.holdBack('T1', 0);
    await expect.poll(() => store.heldBackFor('T1')).toBeLessThanOrEqual(0);
  });

  test('reports an entry that is none of ours, and gives all others', async () => {
    await fresh();
    await redis.client.zadd(keys.due(), monday - 1, 'nonsense');
    await store.write(team, 'prompt', monday);
    const problems: unknown[] = [];
    expect(await store.due(monday, (problem) => void problems.push(problem))).toHaveLength(1);
    expect(problems).toEqual([new Error('not a calendar entry')]);
  });

  test('tells what people see next, of all teams, without upkeeps and without what is none of ours', async () => {
    await fresh();
    await redis.client.zadd(keys.due(), 1, 'nonsense');
    await store.write(team, 'upkeep', monday);
    await store.write(team, 'prompt', monday + 3);
    await store.write(other, 'closing', monday + 1);
    await store.write(other, 'opening', monday + 2);
    const kinds = async (count: number) => (await store.upcoming(count)).map(({ kind }) => kind);
    expect(await kinds(10)).toEqual(['closing', 'opening', 'prompt']);
    expect(await kinds(2)).toEqual(['closing', 'opening']);
  });

  test('shows what comes next however many upkeeps come before it', async () => {
    await fresh();
    for (let at = 0; at < 250; at += 1)
      await store.write({ workspace: 'T1', channel: `CUPKEEP${at}` }, 'upkeep', monday);
    for (let at = 0; at < 12; at += 1)
      await store.write({ workspace: 'T1', channel: `CPROMPT${at}` }, 'prompt', monday + 1 + at);
    const instants = (await store.upcoming(10)).map(({ instant }) => instant - monday);
    expect(instants).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('reads a sending that an earlier version began: nobody is at it any more', async () => {
    await fresh();
    await redis.client.hset(keys.slots(team), `${monday}-prompt`, '{"state":"sending"}');
    expect(await store.records(team)).toMatchObject([{ record: { state: 'sending', since: 0 } }]);
    expect(await store.claim(slot(), monday)).toBe('interrupted');
  });

  test('fails with an error that holds nothing of what was asked', async () => {
    await fresh();
    await redis.client.set(keys.slots(team), 'not a hash');
    const work = [
      store.claim(slot(), monday),
      store.record(slot()),
      store.records(team),
      store.mark(slot(), { state: 'unknown' }, anyState),
    ];
    const failures = await Promise.all(
      work.map((one) =>
        one.then(
          () => 'no failure',
          (error: unknown) => error,
        ),
      ),
    );
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(StoreError);
      expect(JSON.stringify(failure)).not.toContain('C1');
    }
  });
});
