import fc from 'fast-check';
import { weekdays } from '../../src/calendar/rhythm.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';

/** What may happen to a team and to those who keep its calendar, one after the other. */
export type Step =
  | { readonly does: 'rhythm'; readonly day: (typeof weekdays)[number]; readonly time: string }
  | { readonly does: 'timezone'; readonly timezone: string }
  /** Dates to skip, in days from today; they take the place of the former. */
  | { readonly does: 'skip-dates'; readonly days: readonly number[] }
  /** Paused until a date so many days ahead. */
  | { readonly does: 'pause'; readonly days: number }
  | { readonly does: 'skip' | 'resume' }
  /** Paused without an end, or suspended, for so long; then it goes on. */
  | { readonly does: 'stop'; readonly how: 'pause' | 'suspended'; readonly milliseconds: number }
  /** Time passes with heartbeats, or while nothing runs at all. */
  | { readonly does: 'live' | 'down'; readonly milliseconds: number }
  /** The clock is put forward or back. */
  | { readonly does: 'clock'; readonly milliseconds: number }
  /** What is handed on next waits on the queue for so long. */
  | { readonly does: 'busy'; readonly milliseconds: number }
  /** The next who touches the calendar dies at one of the calls to its store. */
  | { readonly does: 'die'; readonly call: number }
  /** What Slack says to the next post. */
  | { readonly does: 'slack'; readonly says: 'not-sent' | 'unknown' };

const between = (min: number, max: number, unit: number) =>
  fc.integer({ min, max }).map((count) => count * unit);

const timezones = [
  'America/Los_Angeles',
  'America/Santiago',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'UTC',
] as const;

const change: fc.Arbitrary<Step> = fc.record({
  does: fc.constant('rhythm' as const),
  day: fc.constantFrom(...weekdays),
  time: fc
    .integer({ min: 0, max: 47 })
    .map((half) => new Date(half * 30 * MINUTE).toISOString().slice(11, 16)),
});
const passing = <Does extends 'live' | 'down' | 'clock' | 'busy'>(
  does: Does,
  lasting: fc.Arbitrary<number>,
) => lasting.map((milliseconds): Step => ({ does, milliseconds }));

const ordinary: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 12, arbitrary: change },
  { weight: 14, arbitrary: passing('live', between(1, 7 * 24, HOUR)) },
  { weight: 6, arbitrary: passing('live', between(1, 60, MINUTE)) },
  { weight: 3, arbitrary: passing('down', between(1, 22, HOUR)) },
  { weight: 1, arbitrary: passing('down', between(20, 40, HOUR)) },
  { weight: 2, arbitrary: passing('clock', between(-60, 60, MINUTE)) },
  { weight: 2, arbitrary: passing('busy', between(1, 25, HOUR)) },
  { weight: 3, arbitrary: fc.nat(25).map((call): Step => ({ does: 'die', call })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('not-sent' as const, 'unknown').map((says): Step => ({ does: 'slack', says })),
  },
  { weight: 1, arbitrary: fc.constantFrom('skip' as const, 'resume').map((does): Step => ({ does })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 10 }).map((days): Step => ({ does: 'pause', days })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('pause' as const, 'suspended'), between(1, 9 * 24, HOUR))
      .map(([how, milliseconds]): Step => ({ does: 'stop', how, milliseconds })),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.nat(10), { maxLength: 2 }).map((days): Step => ({ does: 'skip-dates', days })),
  },
];

const moving: fc.WeightedArbitrary<Step> = {
  weight: 3,
  arbitrary: fc.constantFrom(...timezones).map((timezone): Step => ({ does: 'timezone', timezone })),
};

/** How a history begins: when, in which timezone, and how far (ms) the clock of the second process is off. */
export type Beginning = { readonly start: number; readonly timezone: string; readonly skew: number };

const beginning: fc.Arbitrary<Beginning> = fc.record({
  start: between(0, 12 * 365 * 24, HOUR).map((after) => Date.UTC(2024, 0, 1) + after),
  timezone: fc.constantFrom(...timezones),
  skew: fc.constantFrom(0, -90_000, 90_000),
});

export type History = { readonly beginning: Beginning; readonly steps: readonly Step[] };

const histories = (steps: readonly fc.WeightedArbitrary<Step>[]): fc.Arbitrary<History> =>
  fc.record({
    beginning,
    steps: fc.array(fc.oneof(...steps), { minLength: 10, maxLength: 90, size: 'max' }),
  });

/** Of a team that stays in its timezone. */
export const settledHistories = histories(ordinary);
/** Of a team that moves around the world. */
export const movingHistories = histories([...ordinary, moving]);

/** A week in which nothing happens any more: what was begun comes to its end. */
export const QUIET = 8 * DAY;
