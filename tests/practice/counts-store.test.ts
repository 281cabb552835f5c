import { expect, it } from 'vitest';
import { weeksBefore } from '../../src/practice/counts.ts';
import { type CountsStore, createCountsStore } from '../../src/practice/counts-store.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { createTeamStore } from '../../src/team/team-store.ts';
import { withRedis } from '../pulse/store-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { team as aTeam } from '../team/teams.ts';

describeWithRedis('the counters of the practices in Redis', () => {
  const world = withRedis();
  const { id: team, ...state } = aTeam();

  async function store(): Promise<CountsStore> {
    const { client } = world.store;
    await createTeamStore({ client }).create(team, state);
    return createCountsStore({ client });
  }

  it('go up one by one, each week for itself', async () => {
    const counts = await store();
    expect(await counts.read(team)).toEqual(new Map());
    for (const counter of ['asks', 'asks', 'answered', 'taken'] as const)
      await counts.add(team, counter, '2026-W02');
    await counts.add(team, 'asks', '2026-W03');
    expect(await counts.read(team)).toEqual(
      new Map([
        ['2026-W02', { asks: 2, answered: 1, taken: 1 }],
        ['2026-W03', { asks: 1 }],
      ]),
    );
  });

  it('are kept for 26 weeks, and forgotten with the next count', async () => {
    const counts = await store();
    const now = '2026-W10';
    for (const ago of [26, 25, 1]) await counts.add(team, 'asks', weeksBefore(now, ago));
    expect((await counts.read(team)).size).toBe(3);
    await counts.add(team, 'taken', now);
    expect([...(await counts.read(team)).keys()].sort()).toEqual(
      [weeksBefore(now, 25), weeksBefore(now, 1), now].sort(),
    );
  });

  it('count together what is counted at once', async () => {
    const counts = await store();
    await Promise.all(Array.from({ length: 40 }, () => counts.add(team, 'asks', '2026-W02')));
    expect((await counts.read(team)).get('2026-W02')).toEqual({ asks: 40 });
  });

  it('go with their team, and are not left behind by a count that comes later', async () => {
    const counts = await store();
    await counts.add(team, 'asks', '2026-W02');
    expect(keysOfTeam(team)).toContain(keys.practice(team));
    await createTeamStore({ client: world.store.client }).remove(team, 5);
    await counts.add(team, 'answered', '2026-W02');
    expect(await world.redis.client.exists(keys.practice(team))).toBe(0);
  });

  it('hold weeks and numbers, nothing else', async () => {
    const counts = await store();
    for (const counter of ['asks', 'answered', 'taken'] as const) await counts.add(team, counter, '2026-W02');
    const stored = await world.redis.client.hgetall(keys.practice(team));
    for (const [field, value] of Object.entries(stored)) {
      expect(field).toMatch(/^\d{4}-W\d\d\.(asks|answered|taken)$/);
      expect(value).toMatch(/^\d+$/);
    }
  });
});
