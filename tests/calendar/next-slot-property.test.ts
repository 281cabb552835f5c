import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextInstant } from '../../src/calendar/next-slot.ts';
import { type Rhythm, weekdays } from '../../src/calendar/rhythm.ts';

/**
 * The same thing computed another way: no Temporal, only Intl's wall clock. It walks quarters of an hour, since
 * every offset of these years is a multiple of 15 minutes, and looks at what the clock on the wall shows.
 */
const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

type Wall = { readonly date: string; readonly day: string; readonly minutes: number };

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: number, timeZone: string): Wall {
  const known = clocks.get(timeZone);
  const clock = known ?? new Intl.DateTimeFormat('en-GB', { ...shown, timeZone });
  if (known === undefined) clocks.set(timeZone, clock);
  const part = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${part.get('year')}-${part.get('month')}-${part.get('day')}`,
    day: String(part.get('weekday')).toLowerCase(),
    minutes: Number(part.get('hour')) * 60 + Number(part.get('minute')),
  };
}

const shown = {
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** On each local date that has the right name: the first instant that shows the time or, after a gap, a later one. */
function expected(rhythm: Rhythm, timeZone: string, after: number): number | undefined {
  const [hours = 0, minutes = 0] = rhythm.time.split(':').map(Number);
  const wanted = hours * 60 + minutes;
  let before = wallClock(floor(after) - DAY, timeZone);
  let isDone = '';
  for (let instant = floor(after) - DAY + QUARTER; instant < after + 16 * DAY; instant += QUARTER) {
    const now = wallClock(instant, timeZone);
    const isNew = now.date !== before.date;
    const endedShort =
      isNew && before.day === rhythm.day && isDone !== before.date && before.minutes < wanted;
    const date = endedShort ? before.date : now.date;
    const reached = endedShort || (now.day === rhythm.day && now.minutes >= wanted && isDone !== now.date);
    const begunInTime = isNew || before.minutes < wanted || instant > after;
    before = now;
    if (!reached) continue;
    isDone = date;
    if (instant > after && begunInTime) return instant;
  }
  return undefined;
}

const floor = (instant: number): number => Math.floor(instant / QUARTER) * QUARTER;

const zones = [
  ...Intl.supportedValuesOf('timeZone').filter((_, at) => at % 7 === 0),
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/Nuuk',
  'America/Santiago',
  'America/Scoresbysund',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Chatham',
  'UTC',
];

const rhythms = fc.record({
  day: fc.constantFrom(...weekdays),
  time: fc
    .integer({ min: 0, max: 95 })
    .map((quarter) => new Date(quarter * QUARTER).toISOString().slice(11, 16)),
});
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 0, 1) });

/** Zones whose clocks change, some of them oddly: at midnight, by half an hour, across the end of a day. */
const changing = zones.slice(-15).concat('Europe/Berlin', 'America/New_York', 'Australia/Sydney');

const offset = (instant: number, timeZone: string): number =>
  (wallClock(instant, timeZone).minutes - Math.floor(instant / 60_000)) % (24 * 60);

/** The days (midnight UTC) within which a zone's clock changes. */
function changesOf(timeZone: string): readonly number[] {
  const days = Array.from({ length: 12 * 365 }, (_, day) => Date.UTC(2024, 0, 1) + day * DAY);
  return days.filter((day) => (offset(day, timeZone) - offset(day + DAY, timeZone)) % (24 * 60) !== 0);
}

/** Where all the mistakes are: rhythms of the night in which the clock changes, planned from shortly before. */
const aroundChanges = fc
  .constantFrom(...changing.flatMap((timezone) => changesOf(timezone).map((day) => ({ timezone, day }))))
  .chain(({ timezone, day }) =>
    fc.record({
      timezone: fc.constant(timezone),
      after: fc.integer({ min: -8, max: 200 }).map((quarters) => day + quarters * QUARTER),
      rhythm: fc
        .record({ at: fc.integer({ min: -24, max: 120 }), time: rhythms })
        .map(({ at, time }) => ({ ...time, ...nightAt(day + at * QUARTER, timezone) })),
    }),
  );

/** The weekday of an instant, with a time between 22:45 and 4:00. */
function nightAt(instant: number, timezone: string): Rhythm {
  const { day, minutes } = wallClock(instant, timezone);
  const quarter = (Math.floor(minutes / 15) % 21) - 5;
  const time = new Date(DAY + quarter * QUARTER).toISOString().slice(11, 16);
  return { day: weekdays.find((known) => known === day) ?? 'sun', time };
}

describe('in every timezone from 2024 to 2035', () => {
  test('the next instant is what a walk along the wall clock finds', () => {
    const property = fc.property(rhythms, fc.constantFrom(...zones), instants, agree);
    fc.assert(property, { numRuns: 100, verbose: 1 }); // A failure prints its seed.
  });

  test('the same holds in the nights in which the clock changes', () => {
    const property = fc.property(aroundChanges, ({ rhythm, timezone, after }) =>
      agree(rhythm, timezone, after),
    );
    fc.assert(property, { numRuns: 400, verbose: 1 });
  });

  test('planning from slot to slot visits each date of the weekday once', () => {
    const property = fc.property(rhythms, fc.constantFrom(...zones), instants, (rhythm, timezone, start) => {
      const visited: number[] = [];
      for (let after = start; visited.length < 60; ) {
        after = nextInstant({ rhythm, timezone, after, skipDates: [] }) ?? Number.NaN;
        visited.push(after);
      }
      const gaps = visited.slice(1).map((instant, at) => instant - (visited[at] ?? 0));
      const oneHour = 3_600_000;
      expect(gaps.filter((gap) => Math.abs(gap - 7 * DAY) > oneHour)).toEqual([]);
    });
    fc.assert(property, { numRuns: 60, verbose: 1 });
  });
});

function agree(rhythm: Rhythm, timezone: string, after: number): void {
  const found = nextInstant({ rhythm, timezone, after, skipDates: [] });
  expect(text(found)).toBe(text(expected(rhythm, timezone, after)));
}

test('the walk knows a gap, an overlap and strictly after: it is no echo of what it checks', () => {
  const sundays: Rhythm = { day: 'sun', time: '02:30' };
  const walk = (after: string) => text(expected(sundays, 'Europe/Berlin', Date.parse(after)));
  expect(walk('2026-03-28T00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  expect(walk('2026-03-29T01:00Z')).toBe('2026-04-05T00:30:00.000Z');
  expect(walk('2026-10-24T00:00Z')).toBe('2026-10-25T00:30:00.000Z');
  expect(walk('2026-10-25T00:30Z')).toBe('2026-11-01T01:30:00.000Z');
});

const text = (instant: number | undefined): string =>
  instant === undefined ? 'none' : new Date(instant).toISOString();
