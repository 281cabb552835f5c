import { Temporal } from 'temporal-polyfill';

/** Whether a date (`2026-12-31`, one that exists) comes after today, `now` (ms) in the timezone. */
export function isAfterToday(date: string, timezone: string, now: number): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  return Temporal.PlainDate.compare(date, today) > 0;
}
