import { Temporal } from 'temporal-polyfill';
import { type Agenda, type Rhythm, weekdays } from './rhythm.ts';
import type { RhythmicKind } from './slot.ts';
import { isWithin, localDay, weekAround } from './week.ts';

/** How far ahead to look: more than a year of skipped weeks means there is no next one. */
const HORIZON_DAYS = 400;

/**
 * The first instant (ms) strictly after `after` at which the rhythm falls in the timezone, leaving out skip
 * dates and the weeks of slots that were skipped; `undefined` if there is none within 400 days.
 */
export function nextInstant(options: {
  readonly rhythm: Rhythm;
  readonly timezone: string;
  readonly after: number;
  readonly skipDates: readonly string[];
  /** Instants (ms) of the weeks to leave out. */
  readonly skipped?: readonly number[];
}): number | undefined {
  const { rhythm, timezone, after, skipDates, skipped = [] } = options;
  const wanted = weekdays.indexOf(rhythm.day) + 1;
  const today = localDay(after, timezone);
  const first = today.add({ days: (wanted - today.dayOfWeek + 7) % 7 });
  for (let days = 0; days <= HORIZON_DAYS; days += 7) {
    const instant = instantOf(first.add({ days }), rhythm.time, timezone);
    if (instant <= after || isLeftOut({ instant, timezone, skipDates, skipped })) continue;
    return instant;
  }
  return undefined;
}

/** Whether an instant (ms) lies on a date to skip, or in the week of a slot that was `skipped` (ms). */
export function isLeftOut(options: {
  readonly instant: number;
  readonly timezone: string;
  readonly skipDates: readonly string[];
  readonly skipped: readonly number[];
}): boolean {
  const { instant, timezone, skipDates, skipped } = options;
  if (skipped.length > 0) {
    const week = weekAround(instant, timezone);
    if (skipped.some((one) => isWithin(one, week))) return true;
  }
  return skipDates.length > 0 && skipDates.includes(localDay(instant, timezone).toString());
}

/**
 * The instant (ms) of a wall-clock time. One that exists twice is the first; one that does not exist is the
 * first instant after the gap (docs/calendar.md, "Clocks that change").
 */
export function instantOf(date: Temporal.PlainDate, time: string, timezone: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  const zoned = date.toZonedDateTime({ timeZone: timezone, plainTime });
  if (zoned.toPlainTime().equals(plainTime)) return zoned.epochMilliseconds;
  // Looked for from one nanosecond later: a time at the very start of the gap lands on the transition itself.
  const gapEnd = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (gapEnd ?? zoned).epochMilliseconds;
}

/** The team's next slot of a kind after `after` (ms), or `undefined` where the agenda has none. */
export function nextOf(agenda: Agenda, kind: RhythmicKind, after: number): number | undefined {
  const planned = agenda[kind];
  if (planned === undefined) return undefined;
  const { timezone, skipDates } = agenda;
  const { rhythm, skipped } = planned;
  const rested = (planned.last?.alone.until ?? 0) - 1;
  const earliest = Math.max(after, planned.after, rested);
  return nextInstant({ rhythm, timezone, skipDates, skipped, after: earliest });
}
