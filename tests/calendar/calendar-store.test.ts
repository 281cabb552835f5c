import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCalendarStore } from '../../src/calendar/calendar-store.ts';
import { DAY } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { StoreError } from '../../src/redis/store-error.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { monday, slot, team } from './agendas.ts';

const other = { workspace: 'T1', channel: 'C2' };

describeWithRedis('the calendar in Redis', () => {
  let redis: PrivateRedis;
  let store: ReturnType<typeof createCalendarStore>;
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = createCalendarStore({ client: redis.client });
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    await redis.client.set(keys.team(team), '{}');
  });

  const dueAt = async (now: number) =>
    (await store.due(now)).map(
      ({ team: { channel }, kind, instant }) => `${channel} ${kind} ${instant - monday}`,
    );

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
    await store.write(team, 'closing', monday + 2);
    expect(await store.next(team)).toEqual({ opening: monday + 1, closing: monday + 2 });
  });

  test('replaces a slot that is still the one that was seen', async () => {
    await store.write(team, 'prompt', monday);
    await store.replace(slot(), monday + 7 * DAY);
    expect(await store.next(team)).toEqual({ prompt: monday + 7 * DAY });
  });

  test('does not replace a slot that somebody else has moved or taken out meanwhile', async () => {
    await store.write(team, 'prompt', monday + 1);
    await store.replace(slot(), monday + 7 * DAY);
    expect(await store.next(team)).toEqual({ prompt: monday + 1 });
    await store.write(team, 'prompt', undefined);
    await store.replace(slot(), monday + 7 * DAY);
    expect(await store.next(team)).toEqual({});
  });

  test('replaces by nothing where there is no next one', async () => {
    await store.write(team, 'closing', monday);
    await store.replace(slot({ kind: 'closing' }), undefined);
    expect(await redis.client.exists(keys.due())).toBe(0);
  });

  test('claims a new slot for sending, once', async () => {
    expect(await store.claim(slot())).toEqual({ state: 'planned' });
    expect(await store.record(slot())).toEqual({ state: 'sending' });
    expect(await store.claim(slot())).toEqual({ state: 'sending' });
  });

  test('lets one of many claims at the same time through', async () => {
    const before = await Promise.all(Array.from({ length: 20 }, () => store.claim(slot())));
    expect(before.filter(({ state }) => state === 'planned')).toHaveLength(1);
  });

  test('claims a slot again that was put back to planned', async () => {
    await store.claim(slot());
    await store.mark(slot(), { state: 'planned' });
    expect(await store.claim(slot())).toEqual({ state: 'planned' });
    expect(await store.record(slot())).toEqual({ state: 'sending' });
  });

  test.each([
    { state: 'sent', ts: '1.2' },
    { state: 'unknown' },
    { state: 'not-sent', reason: 'is_archived' },
  ] as const)('leaves a slot that is $state as it is when someone claims it', async (record) => {
    await store.mark(slot(), record);
    expect(await store.claim(slot())).toEqual(record);
    expect(await store.record(slot())).toEqual(record);
  });

  test('keeps the records of different slots apart', async () => {
    await store.mark(slot(), { state: 'sent', ts: '1.2' });
    const others = [slot({ kind: 'opening' }), slot({ instant: monday + 1 }), slot({ team: other })];
    for (const one of others) expect(await store.record(one)).toEqual({ state: 'planned' });
  });

  test('forgets records older than 35 days when it claims, and no younger ones', async () => {
    const old = slot({ instant: monday - 35 * DAY - 1 });
    const young = slot({ instant: monday - 35 * DAY });
    for (const one of [old, young]) await store.mark(one, { state: 'unknown' });
    await store.claim(slot());
    expect(await store.record(old)).toEqual({ state: 'planned' });
    expect(await store.record(young)).toEqual({ state: 'unknown' });
  });

  test('keeps nothing but ids of channels, kinds and instants', async () => {
    await store.write(team, 'prompt', monday);
    await store.claim(slot());
    await store.mark(slot(), { state: 'sent', ts: '1.2' });
    expect(await redis.client.zrangebyscore(keys.due(), '-inf', '+inf', 'WITHSCORES')).toEqual([
      'T1.C1.prompt',
      String(monday),
    ]);
    expect(await redis.client.hgetall(keys.slots(team))).toEqual({
      [`${monday}-prompt`]: '{"state":"sent","ts":"1.2"}',
    });
  });

  test('fails with an error that holds nothing of what was asked', async () => {
    await redis.client.set(keys.slots(team), 'not a hash');
    const failures = await Promise.all(
      [store.claim(slot()), store.record(slot()), store.mark(slot(), { state: 'unknown' })].map((work) =>
        work.then(
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
