import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OwnPrompts, withAdded, withEdited, withRemoved } from '../../src/prompts/own-prompts.ts';
import { createOwnPromptsStore, type OwnPromptsStore } from '../../src/prompts/own-prompts-store.ts';
import { createPromptsStore } from '../../src/prompts/prompts-store.ts';
import { newRotation } from '../../src/prompts/rotation.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { createTeamStore } from '../../src/team/team-store.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { team as aTeam } from '../team/teams.ts';
import { own, ownId, owns } from './own.ts';

describeWithRedis('a team’s own prompts in Redis', () => {
  const { id: team, ...state } = aTeam();
  let redis: PrivateRedis;
  let store: OwnPromptsStore;
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = createOwnPromptsStore({ client: redis.client });
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    await createTeamStore({ client: redis.client }).create(team, state);
  });

  const library: [] = [];
  const add = (number: number) =>
    store.update(team, (now) => withAdded(now, own(number), { id: ownId(number), library }));
  const put = (prompts: OwnPrompts) => redis.client.set(keys.ownPrompts(team), JSON.stringify(prompts));
  const removeTeam = () => createTeamStore({ client: redis.client }).remove(team, 5);

  test('are none at first', async () => {
    expect(await store.read(team)).toEqual([]);
  });

  test('are read as they were written, in the order of adding', async () => {
    for (const number of [1, 2, 3]) await add(number);
    expect(await store.read(team)).toEqual(owns(3));
  });

  test('belong to their team alone', async () => {
    await add(1);
    expect(await store.read({ ...team, channel: 'COTHER' })).toEqual([]);
  });

  test('are all added where many add at the same moment', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, at) => add(at + 1)));
    const found = (await store.read(team)).map(({ id }) => id);
    expect([...found].sort()).toEqual(owns(30).map(({ id }) => id));
  });

  test('are never more than a hundred, however many add the hundredth at the same moment', async () => {
    await put(owns(99));
    const added = await Promise.all(Array.from({ length: 8 }, (_, at) => add(200 + at)));
    const kinds = added.map((decision) => (decision === 'no-team' ? decision : decision.kind));
    expect(kinds.sort()).toEqual(['done', ...Array.from({ length: 7 }, () => 'full')]);
    expect(await store.read(team)).toHaveLength(100);
  });

  test('are changed by the first of two who edit the same one, and the other is told', async () => {
    await put(owns(2));
    const edit = (words: string) =>
      store.update(team, (now) =>
        withEdited(now, { try: words }, { seen: { id: ownId(1), version: 1 }, library }),
      );
    const edited = await Promise.all([edit('One way.'), edit('Another way.')]);
    expect(edited.map((decision) => (decision === 'no-team' ? decision : decision.kind)).sort()).toEqual([
      'changed-meanwhile',
      'done',
    ]);
    expect((await store.read(team))[0]?.version).toBe(2);
  });

  test('are not written where nothing is changed', async () => {
    await put(owns(1));
    expect(await store.update(team, (now) => withRemoved(now, ownId(9)))).toEqual({ kind: 'gone' });
    expect(await redis.client.get(keys.ownPrompts(team))).toBe(JSON.stringify(owns(1)));
  });

  test('go with their team, and do not come back with a new one', async () => {
    await add(1);
    expect(keysOfTeam(team)).toContain(keys.ownPrompts(team));
    await removeTeam();
    expect(await redis.client.exists(...keysOfTeam(team))).toBe(0);
    await createTeamStore({ client: redis.client }).create(team, state);
    expect(await store.read(team)).toEqual([]);
  });

  /** A client by which the team is removed between reading and writing. */
  const removedAfterReading = (): Redis =>
    new Proxy(redis.client, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (name !== 'get') return typeof member === 'function' ? member.bind(target) : member;
        return async (key: string) => {
          const read = await target.get(key);
          await removeTeam();
          return read;
        };
      },
    });

  test('leave nothing where the team is removed while one is added', async () => {
    const slow = createOwnPromptsStore({ client: removedAfterReading() });
    const added = await slow.update(team, (now) => withAdded(now, own(1), { id: ownId(1), library }));
    expect(added).toBe('no-team');
    expect(await redis.client.exists(...keysOfTeam(team))).toBe(0);
  });

  test('leave no order of prompts either, where the team is removed while one is drawn', async () => {
    const drawing = createPromptsStore({ client: removedAfterReading() });
    const rotation = { ...newRotation, shown: [ownId(1)] };
    expect((await drawing.update(team, () => ({ rotation }))).rotation).toEqual(rotation);
    expect(await redis.client.exists(...keysOfTeam(team))).toBe(0);
  });

  test('that somebody has edited into nonsense are refused, not guessed', async () => {
    for (const text of ['', '{}', 'null', JSON.stringify([own(1, { id: 'control-1' })])]) {
      await redis.client.set(keys.ownPrompts(team), text);
      await expect(store.read(team)).rejects.toThrow();
    }
  });
});
