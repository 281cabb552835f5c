import type { Clock } from '../ports.ts';
import type { Team } from '../team/team.ts';
import { type Counter, type Counts, type PracticeTrend, practiceTrend, weekOf } from './counts.ts';
import type { CountsStore } from './counts-store.ts';

export type PracticeCounts = ReturnType<typeof createPracticeCounts>;

/** How often a team practises: three counters a week, and what can be said of them without a number. */
export function createPracticeCounts(deps: { readonly store: CountsStore; readonly clock: Clock }) {
  const { store, clock } = deps;
  const weekNow = ({ settings }: Team) => weekOf(clock.now(), settings.timezone);
  return {
    /** One more. Never throws: what was done in Slack is done, and a count is not worth a word about it. */
    async count(team: Team, counter: Counter): Promise<void> {
      await store.add(team.id, counter, weekNow(team)).catch(() => undefined);
    },

    /** What was counted of a team, for `trend`: read by itself, so that it can be read together with other things. */
    read: store.read,

    /** How asks or hand-overs have changed; `undefined` where there is nothing to say. */
    trend: (team: Team, counts: Counts): PracticeTrend | undefined => practiceTrend(counts, weekNow(team)),
  };
}
