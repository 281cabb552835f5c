import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../src/duration.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { createTeamStore } from '../../src/team/team-store.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { team } from './teams.ts';

describeWithRedis('teams in Redis', () => {
  let redis: PrivateRedis;
  let store: ReturnType<typeof createTeamStore>;
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = createTeamStore({ client: redis.client });
  });
  afterAll(() => redis.stop());
  beforeEach(() => redis.client.flushall());

  const { id, ...state } = team();

  test('are read as they were written', async () => {
    expect(await store.read(id)).toBeUndefined();
    expect(await store.create(id, state)).toBe(true);
    expect(await store.read(id)).toEqual({ id, ...state });
  });

  test('are created once, by the first of many', async () => {
    const states = Array.from({ length: 10 }, (_, at) => ({ ...state, enrolledAt: at }));
    const created = await Promise.all(states.map((one) => store.create(id, one)));
    expect(created.filter(Boolean)).toHaveLength(1);
    expect((await store.read(id))?.enrolledAt).toBe(created.indexOf(true));
  });

  test('are replaced only where they are as they were read', async () => {
    await store.create(id, state);
    const before = team();
    const archived = { code: 'is_archived', since: 1 };
    expect(await store.replace(before, { ...state, suspended: archived })).toBe(true);
    expect(await store.replace(before, { ...state, suspended: null, enrolledAt: 1 })).toBe(false);
    expect((await store.read(id))?.suspended).toEqual(archived);
  });

  test('are replaced whatever the order of their fields in memory', async () => {
    await store.create(id, state);
    const { settings, ...rest } = team();
    const reordered = { ...rest, settings: Object.fromEntries(Object.entries(settings).reverse()) };
    const before = Object.assign(team(), reordered);
    expect(await store.replace(before, { ...state, enrolledAt: 1 })).toBe(true);
  });

  test('from before there were languages speak English, and can be changed like others', async () => {
    const { locale, ...older } = state.settings;
    expect(locale).toBe('en');
    await redis.client.set(keys.team(id), JSON.stringify({ ...state, settings: older }));
    const read = await store.read(id);
    if (read === undefined) throw new Error('the team is gone');
    expect(read).toEqual({ id, ...state });
    const suspended = { code: 'is_archived', since: 1 };
    expect(await store.replace(read, { ...state, suspended })).toBe(true);
    expect(await store.replace(read, state)).toBe(false);
    expect((await store.read(id))?.suspended).toEqual(suspended);
  });

  test('are read as an earlier version wrote them, and can be changed like others', async () => {
    const older = { ...state, suspended: 'is_archived', skipped: { prompt: 0, opening: 7 } };
    await redis.client.set(keys.team(id), JSON.stringify(older));
    const read = await store.read(id);
    expect(read?.suspended).toEqual({ code: 'is_archived', since: 0 });
    expect(read?.skipped).toEqual({ prompt: [], opening: [7] });
    expect(read && (await store.replace(read, state))).toBe(true);
    expect(await store.read(id)).toEqual({ id, ...state });
  });

  test('are not brought back by a change to one that was removed meanwhile', async () => {
    await store.create(id, state);
    await store.remove(id, 5);
    expect(await store.replace(team(), { ...state, enrolledAt: 1 })).toBe(false);
    expect(await store.read(id)).toBeUndefined();
    expect(await redis.client.keys('*')).toEqual([keys.threshold(id)]);
  });

  test('are removed by one of those who try at the same moment, who is told so', async () => {
    await store.create(id, state);
    for (const key of keysOfTeam(id).slice(1)) await redis.client.set(key, 'x');
    const removed = await Promise.all(Array.from({ length: 5 }, () => store.remove(id, 5)));
    expect(removed.filter(Boolean)).toHaveLength(1);
    expect(await store.remove(id, 5)).toBe(false);
  });

  test('are listed by workspace, in the order of their channels', async () => {
    for (const channel of ['C3', 'C1', 'C2']) await store.create({ ...id, channel }, state);
    await store.create({ workspace: 'TOTHER', channel: 'C9' }, state);
    expect(await store.channelsOf('TWORK')).toEqual(['C1', 'C2', 'C3']);
    expect(await store.channelsOf('TNOBODY')).toEqual([]);
  });

  test('leave the spacing of their pulses and their threshold behind, for 35 days, and nothing else', async () => {
    await store.create(id, state);
    for (const key of keysOfTeam(id).slice(1)) await redis.client.set(key, 'x');
    await redis.client.set(keys.lastPulse(id), '{}');
    await store.remove(id, 8);
    const left = [keys.lastPulse(id), keys.threshold(id)];
    expect((await redis.client.keys('*')).sort()).toEqual(left.sort());
    for (const key of left) {
      const timeToLive = await redis.client.pttl(key);
      expect(timeToLive).toBeGreaterThan(35 * DAY - MINUTE);
      expect(timeToLive).toBeLessThanOrEqual(35 * DAY);
    }
    expect(await store.formerThreshold(id)).toBe(8);
  });

  test('that somebody has edited into nonsense are refused, not guessed', async () => {
    for (const text of ['', '{}', 'null', JSON.stringify({ ...state, settings: { minimumAnswers: 2 } })]) {
      await redis.client.set(keys.team(id), text);
      await expect(store.read(id)).rejects.toThrow();
    }
  });
});
