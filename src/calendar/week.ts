import { Temporal } from 'temporal-polyfill';
import type { Span } from './rhythm.ts';

/** The ISO week (Monday to Sunday) that an instant (ms) lies in, by the wall clock of a timezone. */
export function weekAround(instant: number, timezone: string): Span {
  const date = localDay(instant, timezone);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timezone).epochMilliseconds;
  return { from: startOf(monday), until: startOf(monday.add({ days: 7 })) };
}

export const isWithin = (instant: number, { from, until }: Span): boolean =>
  from <= instant && instant < until;

/** The date that a calendar on the wall shows at an instant (ms). */
export function localDay(instant: number, timezone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone).toPlainDate();
}
