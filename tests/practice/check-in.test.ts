import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { locales } from '../../src/locale.ts';
import { checkInProblem, dateName, reminderAt, suggestedCheckIn } from '../../src/practice/check-in.ts';

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const localTime = (instant: number, timezone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone).toPlainDateTime().toString();

describe('a first check-in', () => {
  const noon = at('2026-01-05T12:00:00Z');

  test('may be from tomorrow on, not today or in the past', () => {
    expect(checkInProblem('2026-01-06', noon, 'UTC')).toBeUndefined();
    for (const date of ['2026-01-05', '2026-01-04', '1999-12-31'])
      expect(checkInProblem(date, noon, 'UTC')).toEqual({ kind: 'not-after-today' });
  });

  test('goes by the calendar of the giver’s timezone', () => {
    const evening = at('2026-01-05T22:30:00Z');
    expect(checkInProblem('2026-01-06', evening, 'America/Chicago')).toBeUndefined();
    expect(checkInProblem('2026-01-06', evening, 'Asia/Tokyo')).toEqual({ kind: 'not-after-today' });
    expect(checkInProblem('2026-01-05', evening, 'Pacific/Kiritimati')).toEqual({ kind: 'not-after-today' });
  });

  test('is at most 120 days ahead, and the latest day is told', () => {
    expect(checkInProblem('2026-05-05', noon, 'UTC')).toBeUndefined();
    expect(checkInProblem('2026-05-06', noon, 'UTC')).toEqual({ kind: 'too-far', latest: '2026-05-05' });
  });

  test('is never a morning that Slack would not take yet: before half past nine it is a day less', () => {
    const early = at('2026-01-05T08:00:00Z');
    expect(checkInProblem('2026-05-05', early, 'UTC')).toEqual({ kind: 'too-far', latest: '2026-05-04' });
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    for (const timezone of zones)
      for (let hours = 0; hours < 365 * 24; hours += 7) {
        const now = noon + hours * HOUR;
        const far = checkInProblem('9999-01-01', now, timezone);
        if (far?.kind !== 'too-far') throw new Error('9999 is taken');
        expect(checkInProblem(far.latest, now, timezone)).toBeUndefined();
        const ahead = reminderAt(far.latest, now, timezone) - now;
        expect(ahead).toBeLessThan(120 * DAY);
        expect(ahead).toBeGreaterThan(118 * DAY);
      }
  });

  test('is a date that exists', () => {
    for (const text of ['', '2026-02-30', '06.01.2026', '2026-1-6', '2026-01-06T00:00', 'tomorrow'])
      expect(checkInProblem(text, noon, 'UTC')).toEqual({ kind: 'not-a-date' });
  });
});

describe('the reminder', () => {
  const remind = (date: string, now: string, timezone: string) =>
    localTime(reminderAt(date, at(now), timezone), timezone);

  test('comes at half past nine on the giver’s clock, in summer and in winter', () => {
    expect(remind('2026-01-12', '2026-01-05T12:00:00Z', 'Europe/Berlin')).toBe('2026-01-12T09:30:00');
    expect(reminderAt('2026-03-30', at('2026-03-20T12:00:00Z'), 'Europe/Berlin')).toBe(
      at('2026-03-30T07:30:00Z'),
    );
    expect(reminderAt('2026-03-28', at('2026-03-20T12:00:00Z'), 'Europe/Berlin')).toBe(
      at('2026-03-28T08:30:00Z'),
    );
    expect(remind('2026-11-02', '2026-10-20T12:00:00Z', 'America/New_York')).toBe('2026-11-02T09:30:00');
    expect(remind('2026-01-12', '2026-01-05T12:00:00Z', 'Asia/Kathmandu')).toBe('2026-01-12T09:30:00');
  });

  test('comes the next morning where it was taken on the day itself after that, or later still', () => {
    expect(remind('2026-01-12', '2026-01-12T15:00:00Z', 'UTC')).toBe('2026-01-13T09:30:00');
    expect(remind('2026-01-12', '2026-02-01T23:59:00Z', 'UTC')).toBe('2026-02-02T09:30:00');
  });

  test('comes the same morning where it was taken that day early enough, not within half an hour', () => {
    expect(remind('2026-01-12', '2026-01-12T06:00:00Z', 'UTC')).toBe('2026-01-12T09:30:00');
    expect(remind('2026-01-12', '2026-01-12T09:00:00Z', 'UTC')).toBe('2026-01-12T09:30:00');
    expect(remind('2026-01-12', '2026-01-12T09:01:00Z', 'UTC')).toBe('2026-01-13T09:30:00');
  });

  test('is always ahead, in any timezone at any time', () => {
    const now = at('2026-03-28T00:00:00Z');
    for (const timezone of ['Pacific/Apia', 'America/St_Johns', 'Europe/London', 'Antarctica/Troll'])
      for (let step = 0; step < 300; step += 1) {
        const then = now + step * 17 * MINUTE;
        expect(reminderAt('2026-03-29', then, timezone) - then).toBeGreaterThanOrEqual(30 * MINUTE);
      }
  });
});

describe('the day that the form offers', () => {
  test('is a week ahead and no weekend', () => {
    expect(suggestedCheckIn(at('2026-01-05T12:00:00Z'))).toBe('2026-01-12');
    expect(suggestedCheckIn(at('2026-01-09T12:00:00Z'))).toBe('2026-01-16');
    expect(suggestedCheckIn(at('2026-01-10T12:00:00Z'))).toBe('2026-01-19');
    expect(suggestedCheckIn(at('2026-01-11T12:00:00Z'))).toBe('2026-01-19');
  });

  test('can be taken in any timezone', () => {
    for (const timezone of ['Pacific/Kiritimati', 'Etc/GMT+12', 'UTC'])
      for (let hour = 0; hour < 24 * 14; hour += 1) {
        const now = at('2026-01-05T00:00:00Z') + hour * HOUR;
        expect(checkInProblem(suggestedCheckIn(now), now, timezone)).toBeUndefined();
      }
  });
});

test('a date is named as people say it, in every language', () => {
  expect(locales.map((locale) => dateName('2026-03-06', locale))).toEqual([
    'Friday 6 March',
    'Freitag, 6. März',
  ]);
});
