import { Temporal } from 'temporal-polyfill';
import type { Slot } from '../../src/calendar/slot.ts';
import { MINUTE } from '../../src/duration.ts';
import { type Finding, ok, warn } from './finding.ts';

/** How long (ms) after its instant a slot may still be in the calendar: heartbeats come every minute. */
const TAKEN_WITHIN = 2 * MINUTE;

/** What comes next, earliest first, in UTC. `now` in ms. */
export function slotFindings(slots: readonly Slot[], now: number): readonly Finding[] {
  if (slots.length === 0) return [ok('next slot', 'none: no channel is enrolled, or all are paused')];
  return slots.map((slot) => slotFinding(slot, now));
}

function slotFinding({ team, kind, instant }: Slot, now: number): Finding {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'minute' });
  const what = 'next slot';
  const finding = `${at} ${kind} in ${team.channel}`;
  if (now - instant <= TAKEN_WITHIN) return ok(what, finding);
  const remedy = 'No heartbeat has taken it: see whether the app runs, and what its log says';
  return warn({ what, finding: `${finding}, which is past`, remedy });
}
