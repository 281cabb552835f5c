import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { defineScript } from '../redis/scripts.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { type Counter, type Counts, counters, WEEKS_KEPT, weeksBefore } from './counts.ts';

const script = defineScript({ url: new URL('./count-practice.lua', import.meta.url), keys: 2 });

export type CountsStore = ReturnType<typeof createCountsStore>;

/** How many asks and hand-overs there were in each week, in Redis. */
export function createCountsStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  return {
    /** One more in a week (`2026-W05`); weeks too old are forgotten with it. Nothing where the team is gone. */
    async add(team: TeamId, counter: Counter, week: string): Promise<void> {
      const oldest = weeksBefore(week, WEEKS_KEPT - 1);
      await script(client, [keys.practice(team), keys.team(team)], [`${week}.${counter}`, oldest]);
    },

    async read(team: TeamId): Promise<Counts> {
      const stored = await withoutArguments(client.hgetall(keys.practice(team)));
      const counts = new Map<string, { [counter in Counter]?: number }>();
      for (const [field, value] of Object.entries(stored)) {
        const [week = '', name] = field.split('.');
        const counter = counters.find((one) => one === name);
        if (counter !== undefined) counts.set(week, { ...counts.get(week), [counter]: Number(value) });
      }
      return counts;
    },
  };
}
