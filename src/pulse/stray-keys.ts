import type { CalendarService } from '../calendar/calendar-service.ts';
import type { Clock } from '../ports.ts';
import type { TeamId } from '../team-id.ts';
import type { KeyCustody } from './key-custody.ts';
import { LONGEST_WINDOW, openedAtOf, teamOfPulse } from './pulse-record.ts';
import type { PulseStore } from './pulse-store.ts';

export type StrayKeys = ReturnType<typeof createStrayKeys>;

/**
 * Keys of pulses that are not in the store, or not as a pulse: someone has deleted or edited them there, or a crash
 * left the key of a pulse that never opened. None may stay: with a copy of the store it would still unmask.
 */
export function createStrayKeys(deps: {
  readonly store: Pick<PulseStore, 'find'>;
  readonly custody: Pick<KeyCustody, 'kept' | 'keptOutside' | 'destroy'>;
  readonly calendar: Pick<CalendarService, 'record' | 'planClosing'>;
  readonly isEnrolled: (team: TeamId) => Promise<boolean>;
  readonly clock: Clock;
}) {
  const { store, custody, calendar, isEnrolled, clock } = deps;

  /**
   * Looks for what is left of a team's pulses that opened before `instant` (ms). Destroys the keys of those that were
   * never posted; of others the channel has to hear, so their closing is planned at `instant`. Returns whether it was.
   */
  async function end(team: TeamId, instant: number): Promise<boolean> {
    const found = await store.find(team);
    const isUnreadable = found?.state === 'unreadable';
    const own = isUnreadable ? undefined : found?.record.id;
    const strays = (await custody.kept(team)).filter((id) => id !== own && openedAtOf(id) < instant);
    const posted = await Promise.all(strays.map(wasPosted));
    if (isUnreadable || posted.includes(true)) {
      await calendar.planClosing(team, instant);
      return true;
    }
    for (const pulseId of strays) await custody.destroy(pulseId);
    return false;
  }

  async function wasPosted(pulseId: string): Promise<boolean> {
    const slot = { team: teamOfPulse(pulseId), kind: 'opening', instant: openedAtOf(pulseId) } as const;
    const { state } = await calendar.record(slot);
    return state !== 'planned' && state !== 'not-sent';
  }

  return {
    end,

    /** At start: the same for every key outside Redis. That of a team that is gone goes when its pulse is over. */
    async sweep(): Promise<void> {
      const now = clock.now();
      for (const pulseId of await custody.keptOutside()) {
        const team = teamOfPulse(pulseId);
        if (await isEnrolled(team)) await end(team, now);
        else if (openedAtOf(pulseId) + LONGEST_WINDOW < now) await custody.destroy(pulseId);
      }
    },
  };
}
