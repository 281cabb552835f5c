import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextInstant } from '../../src/calendar/next-slot.ts';
import { type Rhythm, weekdays } from '../../src/calendar/rhythm.ts';
import { weekAround } from '../../src/calendar/week.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { runsOf } from './runs.ts';
import { changesOf, nightAt, QUARTER, walk, wallClock } from './wall-clock.ts';

/** Every timezone that this machine knows by a name of its own. */
const zones = Intl.supportedValuesOf('timeZone').concat('UTC');

const rhythms = fc.record({
  day: fc.constantFrom(...weekdays),
  time: fc
    .integer({ min: 0, max: 95 })
    .map((quarter) => new Date(quarter * QUARTER).toISOString().slice(11, 16)),
});
const instants = fc
  .integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2036, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE);

type Case = { readonly rhythm: Rhythm; readonly timezone: string; readonly after: number };

const anywhere = fc.record({ rhythm: rhythms, timezone: fc.constantFrom(...zones), after: instants });

const changing = zones.map((timezone) => ({ timezone, days: changesOf(timezone) }));
const changes = changing.flatMap(({ timezone, days }) => days.map((day) => ({ timezone, day })));

/** Where all the mistakes are: rhythms of the night in which the clock changes, planned from shortly before. */
const aroundChanges = fc.constantFrom(...changes).chain(({ timezone, day }) =>
  fc.record({
    timezone: fc.constant(timezone),
    after: fc.integer({ min: -8 * 96, max: 200 }).map((quarters) => day + quarters * QUARTER),
    rhythm: fc
      .record({ at: fc.integer({ min: -24, max: 120 }), time: rhythms })
      .map(({ at, time }) => ({ ...time, ...nightAt(day + at * QUARTER, timezone) })),
  }),
);

const ours = ({ rhythm, timezone, after }: Case) =>
  text(nextInstant({ rhythm, timezone, after, skipDates: [] }));

/** What the independent library says. */
function croners({ rhythm, timezone, after }: Case): string {
  const [hour, minute] = rhythm.time.split(':').map(Number);
  const day = (weekdays.indexOf(rhythm.day) + 1) % 7;
  return text(new Cron(`${minute} ${hour} * * ${day}`, { timezone }).nextRun(new Date(after))?.getTime());
}

const text = (instant: number | undefined): string =>
  instant === undefined ? 'none' : new Date(instant).toISOString();

/** Whether the wanted time lies in a gap that ends its day: croner then leaves out the week, and we must not. */
function isAtDaysEnd({ rhythm, timezone, after }: Case): boolean {
  const found = nextInstant({ rhythm, timezone, after, skipDates: [] }) ?? 0;
  return wallClock(found, timezone).day !== rhythm.day;
}

function agree(one: Case): void {
  if (isAtDaysEnd(one)) expect(ours(one)).toBe(text(walk(one.rhythm, one.timezone, one.after)));
  else expect(ours(one)).toBe(croners(one));
}

describe('in every timezone from 2024 to 2035', () => {
  test('the next instant is croner’s', () => {
    fc.assert(fc.property(anywhere, agree), runsOf('any rhythm', 8_000));
  });

  test('and in the nights in which clocks change', () => {
    fc.assert(fc.property(aroundChanges, agree), runsOf('nights of changes', 10_000));
  });

  test('it is what a walk along the wall clock finds, too', () => {
    const property = fc.property(aroundChanges, (one) => {
      expect(ours(one)).toBe(text(walk(one.rhythm, one.timezone, one.after)));
    });
    fc.assert(property, runsOf('the walk', 150));
  });

  test('each has its turn: a weekly rhythm comes once in each week, through a year', () => {
    const property = fc.property(rhythms, instants, fc.nat(), (rhythm, start, shift) => {
      const timezone = zones[shift % zones.length] ?? 'UTC';
      for (let after = start, week = 0; week < 53; week += 1) {
        const next = nextInstant({ rhythm, timezone, after, skipDates: [] }) ?? Number.NaN;
        if (week > 0) {
          expect(next).toBeGreaterThanOrEqual(weekAround(after, timezone).until);
          expect(Math.abs(next - after - 7 * DAY)).toBeLessThanOrEqual(3 * HOUR);
        }
        after = next;
      }
    });
    fc.assert(property, runsOf('a year of weeks', 60));
  });

  test.each(zones.filter((_, at) => at % 16 === 0))(
    'a time that is shown twice runs once: %s',
    (timezone) => {
      for (const day of changesOf(timezone).slice(0, 4)) {
        for (const time of ['00:30', '01:30', '02:30']) {
          const rhythm = { ...nightAt(day + DAY / 2, timezone), time };
          const first = nextInstant({ rhythm, timezone, after: day - DAY, skipDates: [] }) ?? 0;
          const second = nextInstant({ rhythm, timezone, after: first, skipDates: [] }) ?? 0;
          expect(second - first).toBeGreaterThan(6 * DAY);
        }
      }
    },
  );
});

describe('what we compare with', () => {
  test('is not silent: every timezone is there, and those whose clocks change have their nights', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(changes.map(({ timezone }) => timezone)).size).toBeGreaterThan(120);
    expect(changesOf('Europe/Berlin')).toHaveLength(24);
    expect(changesOf('Asia/Tokyo')).toEqual([]);
  });

  test.each([
    ['a gap', '2026-03-28T00:00Z', '2026-03-29T01:00:00.000Z'],
    ['strictly after it', '2026-03-29T01:00Z', '2026-04-05T00:30:00.000Z'],
    ['an hour that is there twice', '2026-10-24T00:00Z', '2026-10-25T00:30:00.000Z'],
    ['strictly after its first', '2026-10-25T00:30Z', '2026-11-01T01:30:00.000Z'],
  ])('knows %s: it is no echo of what it checks', (_, after, expected) => {
    const one: Case = {
      rhythm: { day: 'sun', time: '02:30' },
      timezone: 'Europe/Berlin',
      after: Date.parse(after),
    };
    expect(text(walk(one.rhythm, one.timezone, one.after))).toBe(expected);
    expect(croners(one)).toBe(expected);
  });

  test('disagrees in one thing, which we know of: croner leaves out a time whose gap ends the day', () => {
    const one: Case = {
      rhythm: { day: 'sat', time: '23:30' },
      timezone: 'America/Scoresbysund',
      after: Date.parse('2026-03-27T12:00Z'),
    };
    expect([ours(one), croners(one)]).toEqual(['2026-03-29T01:00:00.000Z', '2026-04-05T00:30:00.000Z']);
    expect(isAtDaysEnd(one)).toBe(true);
  });
});
