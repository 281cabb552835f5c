import { describe, expect, test } from 'vitest';
import { nextInstant, nextOf } from '../../src/calendar/next-slot.ts';
import type { Rhythm } from '../../src/calendar/rhythm.ts';
import { monday, off, utc, weekly } from './agendas.ts';

type Options = { readonly skipDates?: readonly string[]; readonly timezone?: string };

/** The next instant as UTC text, to the minute. */
function next(rhythm: Rhythm, after: string, { skipDates = [], timezone = 'UTC' }: Options = {}) {
  const instant = nextInstant({ rhythm, timezone, after: utc(after), skipDates });
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
}

const mondays: Rhythm = { day: 'mon', time: '09:30' };
const sunday = (time: string): Rhythm => ({ day: 'sun', time });

describe('the next instant of a rhythm', () => {
  test('is later the same day when the time is still to come', () => {
    expect(next(mondays, '2026-01-05T09:29')).toBe('2026-01-05T09:30');
  });

  test('is strictly after: the instant itself gives the week after', () => {
    expect(next(mondays, '2026-01-05T09:30')).toBe('2026-01-12T09:30');
    expect(next(mondays, '2026-01-05T09:29:59.999')).toBe('2026-01-05T09:30');
  });

  test('is the next such weekday otherwise, across the end of a year', () => {
    expect(next(mondays, '2025-12-30T12:00')).toBe('2026-01-05T09:30');
    expect(next({ day: 'sun', time: '00:00' }, '2026-01-05T00:00')).toBe('2026-01-11T00:00');
  });

  test.each([
    ['Europe/Berlin', '2026-01-05T08:30'],
    ['America/New_York', '2026-01-05T14:30'],
    ['Asia/Kolkata', '2026-01-05T04:00'],
    ['Asia/Kathmandu', '2026-01-05T03:45'],
    ['Pacific/Kiritimati', '2026-01-04T19:30'],
    ['Pacific/Niue', '2026-01-05T20:30'],
  ])('is the wall clock of %s', (timezone, expected) => {
    expect(next(mondays, '2026-01-04T12:00', { timezone })).toBe(expected);
  });

  test('uses the local day of the week, not that of UTC', () => {
    const late: Rhythm = { day: 'mon', time: '23:30' };
    expect(next(late, '2026-01-06T02:00', { timezone: 'America/Los_Angeles' })).toBe('2026-01-06T07:30');
  });

  test('keeps the wall clock through the change to summer time', () => {
    const timezone = 'Europe/Berlin';
    expect(next(mondays, '2026-03-24T12:00', { timezone })).toBe('2026-03-30T07:30');
    expect(next(mondays, '2026-03-20T12:00', { timezone })).toBe('2026-03-23T08:30');
  });
});

describe('a wall-clock time inside a gap', () => {
  const inBerlin = { timezone: 'Europe/Berlin' };

  test.each(['02:00', '02:01', '02:30', '02:59'])('%s runs at the first instant after the gap', (time) => {
    expect(next(sunday(time), '2026-03-28T12:00', inBerlin)).toBe('2026-03-29T01:00');
  });

  test('does not swallow the times around it', () => {
    expect(next(sunday('01:59'), '2026-03-28T12:00', inBerlin)).toBe('2026-03-29T00:59');
    expect(next(sunday('03:00'), '2026-03-28T12:00', inBerlin)).toBe('2026-03-29T01:00');
    expect(next(sunday('03:01'), '2026-03-28T12:00', inBerlin)).toBe('2026-03-29T01:01');
  });

  test('runs after a gap of half an hour too', () => {
    const lordHowe = { timezone: 'Australia/Lord_Howe' };
    expect(next(sunday('02:00'), '2026-10-03T00:00', lordHowe)).toBe('2026-10-03T15:30');
    expect(next(sunday('02:15'), '2026-10-03T00:00', lordHowe)).toBe('2026-10-03T15:30');
  });

  test('runs after a gap at midnight, on the same day', () => {
    const cairo = { timezone: 'Africa/Cairo' };
    expect(next({ day: 'fri', time: '00:00' }, '2026-04-22T12:00', cairo)).toBe('2026-04-23T22:00');
    expect(next({ day: 'fri', time: '00:30' }, '2026-04-22T12:00', cairo)).toBe('2026-04-23T22:00');
  });

  test('runs at the beginning of the next day where the gap ends the day', () => {
    const timezone = 'America/Scoresbysund';
    expect(next({ day: 'sat', time: '23:30' }, '2026-03-27T12:00', { timezone })).toBe('2026-03-29T01:00');
  });

  test('is not run a second time from the instant after the gap', () => {
    expect(next(sunday('02:30'), '2026-03-29T01:00', inBerlin)).toBe('2026-04-05T00:30');
  });
});

describe('a wall-clock time that exists twice', () => {
  const inBerlin = { timezone: 'Europe/Berlin' };

  test.each([
    ['02:00', '2026-10-25T00:00'],
    ['02:30', '2026-10-25T00:30'],
    ['02:59', '2026-10-25T00:59'],
    ['03:00', '2026-10-25T02:00'],
  ])('%s runs the first time', (time, expected) => {
    expect(next(sunday(time), '2026-10-24T12:00', inBerlin)).toBe(expected);
  });

  test('does not run the second time', () => {
    expect(next(sunday('02:30'), '2026-10-25T00:30', inBerlin)).toBe('2026-11-01T01:30');
    expect(next(sunday('02:30'), '2026-10-25T01:00', inBerlin)).toBe('2026-11-01T01:30');
  });
});

describe('dates to skip', () => {
  test('are passed over, one after the other', () => {
    expect(next(mondays, '2026-01-01T00:00', { skipDates: ['2026-01-05'] })).toBe('2026-01-12T09:30');
    expect(next(mondays, '2026-01-01T00:00', { skipDates: ['2026-01-12', '2026-01-05'] })).toBe(
      '2026-01-19T09:30',
    );
  });

  test('are local dates', () => {
    const options = { timezone: 'Pacific/Auckland', skipDates: ['2026-01-05'] };
    expect(next(mondays, '2026-01-01T00:00', options)).toBe('2026-01-11T20:30');
  });

  test('on other weekdays change nothing', () => {
    expect(next(mondays, '2026-01-01T00:00', { skipDates: ['2026-01-06'] })).toBe('2026-01-05T09:30');
  });

  test('that leave more than a year without a Monday mean there is no next one', () => {
    const everyMonday = Array.from({ length: 60 }, (_, week) =>
      new Date(monday + week * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    expect(next(mondays, '2026-01-01T00:00', { skipDates: everyMonday })).toBeUndefined();
    expect(next(mondays, '2026-01-01T00:00', { skipDates: everyMonday.slice(0, 52) })).toBe(
      '2027-01-04T09:30',
    );
  });
});

describe('the week of a slot that was skipped', () => {
  const planned = (skipped: readonly string[], timezone = 'UTC') => {
    const instant = nextInstant({
      rhythm: mondays,
      timezone,
      after: utc('2026-01-01T00:00'),
      skipDates: [],
      skipped: skipped.map(utc),
    });
    return new Date(instant ?? 0).toISOString().slice(0, 16);
  };

  test('is left out from Monday to Sunday, whenever in it the slot was', () => {
    expect(planned(['2026-01-05T00:00'])).toBe('2026-01-12T09:30');
    expect(planned(['2026-01-11T23:59'])).toBe('2026-01-12T09:30');
    expect(planned(['2026-01-04T23:59'])).toBe('2026-01-05T09:30');
    expect(planned(['2026-01-12T00:00'])).toBe('2026-01-05T09:30');
    expect(planned(['2026-01-05T00:00', '2026-01-12T00:00'])).toBe('2026-01-19T09:30');
  });

  test('is that of the team’s own clock', () => {
    expect(planned(['2026-01-04T23:59'], 'Europe/Berlin')).toBe('2026-01-12T08:30');
  });
});

describe('the next slot of an agenda', () => {
  test('follows the rhythm of its kind', () => {
    expect(nextOf(weekly, 'prompt', monday)).toBe(utc('2026-01-05T09:30'));
    expect(nextOf(weekly, 'opening', monday)).toBe(utc('2026-01-07T14:00'));
  });

  test('does not exist for a kind that is off', () => {
    expect(nextOf(off, 'prompt', monday)).toBeUndefined();
  });

  test('comes strictly after the instant before which the kind does not run', () => {
    const after = utc('2026-01-12T09:30');
    const prompt = { rhythm: mondays, after, skipped: [] };
    expect(nextOf({ ...weekly, prompt }, 'prompt', monday)).toBe(utc('2026-01-19T09:30'));
    const last = { instant: monday, alone: { from: 0, until: after + 1 } };
    expect(nextOf({ ...weekly, prompt: { ...prompt, after: 0, last } }, 'prompt', monday)).toBe(
      utc('2026-01-19T09:30'),
    );
    const skipped = [utc('2026-01-08T00:00')];
    expect(nextOf({ ...weekly, prompt: { ...prompt, after: 0, skipped } }, 'prompt', monday)).toBe(after);
    expect(nextOf({ ...weekly, prompt: { ...prompt, after: after - 1 } }, 'prompt', monday)).toBe(after);
  });
});
