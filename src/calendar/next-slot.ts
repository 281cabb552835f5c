import { Temporal } from 'temporal-polyfill';
import { type Agenda, type Rhythm, weekdays } from './rhythm.ts';
import type { SlotKind } from './slot.ts';

/** How far ahead to look: more than a year of skipped weeks means there is no next one. */
const HORIZON_DAYS = 400;

/**
 * The first instant (ms) strictly after `after` at which the rhythm falls in the timezone, leaving out skip
 * dates; `undefined` if there is none within 400 days.
 */
export function nextInstant(options: {
  readonly rhythm: Rhythm;
  readonly timezone: string;
  readonly after: number;
  readonly skipDates: readonly string[];
}): number | undefined {
  const { rhythm, timezone, after, skipDates } = options;
  const wanted = weekdays.indexOf(rhythm.day) + 1;
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timezone).toPlainDate();
  const first = today.add({ days: (wanted - today.dayOfWeek + 7) % 7 });
  for (let days = 0; days <= HORIZON_DAYS; days += 7) {
    const date = first.add({ days });
    if (skipDates.includes(date.toString())) continue;
    const instant = instantOf(date, rhythm.time, timezone);
    if (instant > after) return instant;
  }
  return undefined;
}

/**
 * The instant (ms) of a wall-clock time. One that exists twice is the first; one that does not exist is the
 * first instant after the gap (docs: architecture, "Rules that keep it liveable").
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
export function nextOf(
  agenda: Agenda,
  kind: Exclude<SlotKind, 'closing'>,
  after: number,
): number | undefined {
  const planned = agenda[kind];
  if (planned === undefined) return undefined;
  const { timezone, skipDates } = agenda;
  return nextInstant({ rhythm: planned.rhythm, timezone, skipDates, after: Math.max(after, planned.after) });
}
