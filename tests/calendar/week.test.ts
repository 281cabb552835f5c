import { describe, expect, test } from 'vitest';
import { isWithin, weekAround } from '../../src/calendar/week.ts';
import { DAY, HOUR } from '../../src/duration.ts';
import { monday, utc } from './agendas.ts';

const week = (instant: number, timezone: string) => {
  const { from, until } = weekAround(instant, timezone);
  return [from, until].map((end) => new Date(end).toISOString().slice(0, 16));
};

describe('the week around an instant', () => {
  test('runs from Monday to Sunday', () => {
    const itself = ['2026-01-05T00:00', '2026-01-12T00:00'];
    for (const instant of [monday, monday + 3 * DAY, monday + 7 * DAY - 1]) {
      expect(week(instant, 'UTC')).toEqual(itself);
    }
    expect(week(monday - 1, 'UTC')).toEqual(['2025-12-29T00:00', '2026-01-05T00:00']);
    expect(week(monday + 7 * DAY, 'UTC')).toEqual(['2026-01-12T00:00', '2026-01-19T00:00']);
  });

  test('is that of the team’s own clock', () => {
    expect(week(monday, 'America/New_York')).toEqual(['2025-12-29T05:00', '2026-01-05T05:00']);
    expect(week(monday - 12 * HOUR, 'Pacific/Kiritimati')).toEqual(['2026-01-04T10:00', '2026-01-11T10:00']);
  });

  test('is an hour shorter or longer where the clock changes', () => {
    const hours = (instant: number) => {
      const { from, until } = weekAround(instant, 'Europe/Berlin');
      return (until - from) / HOUR;
    };
    expect([hours(utc('2026-03-25T12:00')), hours(utc('2026-10-20T12:00')), hours(monday)]).toEqual([
      167, 169, 168,
    ]);
  });

  test('begins with the first instant of a Monday whose midnight does not exist', () => {
    // Tehran went from 0:00 to 1:00 on Monday 22 March 2021.
    expect(week(utc('2021-03-24T12:00'), 'Asia/Tehran')).toEqual(['2021-03-21T20:30', '2021-03-28T19:30']);
  });

  test('has its first instant inside and its last outside', () => {
    const span = weekAround(monday, 'UTC');
    expect([span.from - 1, span.from, span.until - 1, span.until].map((at) => isWithin(at, span))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
