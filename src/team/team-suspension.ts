import type { RetryAdvice, SendResult } from '../calendar/calendar-service.ts';
import { DAY, HOUR, MINUTE } from '../duration.ts';
import { needsMending, showsWhenMended } from '../slack/outcome.ts';
import type { TeamId } from '../team-id.ts';
import type { Team } from './team.ts';
import type { TeamDeps } from './team-service.ts';
import { stoppedNotice } from './trouble-view.ts';

/** How an upkeep ended. `resumed`: the team was suspended, and something can be posted there again. */
export type Upkeep = 'no-team' | 'fine' | 'resumed' | 'suspended' | { readonly retry: RetryAdvice };

/** Managers are told of a suspension while it is news (ms). */
const NEWS = DAY;

/** What happens to a team where nothing can be posted: it is suspended, looked after, and goes on by itself. */
export function createTeamSuspension(deps: Pick<TeamDeps, 'store' | 'calendar' | 'gateway' | 'clock'>) {
  const { store, calendar, gateway, clock } = deps;

  return {
    setSuspended,

    /**
     * Puts the team's calendar right. Where the team is suspended: looks whether that has been mended, tells its
     * managers once if it has not, and plans when to look again: events that would say so can be missed.
     */
    async lookAfter(id: TeamId): Promise<Upkeep> {
      await calendar.plan(id, clock.now());
      const team = await store.read(id);
      if (team === undefined) return 'no-team';
      if (team.suspended === null) return 'fine';
      const { code, since } = team.suspended;
      if (!showsWhenMended(code)) return tell(team, { code, since });
      await calendar.planUpkeep(id, nextLook(since, clock.now()));
      const problem = await gateway.problemAt(id.channel);
      if (problem === undefined || needsMending(problem)) await setSuspended(id, problem ?? null);
      return problem === undefined ? 'resumed' : tell(team, { code: problem, since });
    },
  };

  /**
   * Nothing can be posted (`code`: Slack's), or can again (`null`). The upkeep that is due at once tells the managers,
   * and finishes what a crash leaves undone.
   */
  async function setSuspended(id: TeamId, code: string | null): Promise<void> {
    for (;;) {
      const team = await store.read(id);
      if (team === undefined || (team.suspended?.code ?? null) === code) return;
      const now = clock.now();
      const suspended = code === null ? null : { code, since: team.suspended?.since ?? now };
      await calendar.planUpkeep(id, now);
      if (!(await store.replace(team, { ...team, suspended }))) continue; // Someone changed it meanwhile: again.
      await calendar.planUpkeepAgain(id, now);
      return calendar.plan(id, now);
    }
  }

  /**
   * Tells each manager, once for each suspension: a record for each of them says that it was done, so that whoever could
   * not be told yet is told later. It names nobody: the first manager's is at `since`, the next one's a ms later.
   */
  async function tell(team: Team, { code, since }: NonNullable<Team['suspended']>): Promise<Upkeep> {
    const { managers } = team.settings;
    if (managers.length === 0 || clock.now() - since > NEWS) return 'suspended';
    const notice = stoppedNotice(team, code);
    const results = await Promise.all(
      managers.map((manager, at) =>
        calendar.sendOnce({ team: team.id, kind: 'upkeep', instant: since + at }, () =>
          gateway.post(manager, notice),
        ),
      ),
    );
    return results.find(isToRetry) ?? 'suspended';
  }
}

const isToRetry = (result: SendResult): result is { readonly retry: RetryAdvice } =>
  typeof result === 'object' && 'retry' in result;

/** When to look again (ms): after five minutes, then each time twice as long after the beginning, at most an hour. */
function nextLook(since: number, now: number): number {
  return now + Math.min(Math.max(now - since, 5 * MINUTE), HOUR);
}
