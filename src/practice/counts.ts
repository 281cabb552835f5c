import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/week.ts';

/** What is counted of the practices, per team and week. Nothing of it says who. */
export const counters = ['asks', 'answered', 'taken'] as const;
export type Counter = (typeof counters)[number];

/** Week (`2026-W05`) → how many. What was not counted is absent. */
export type Counts = ReadonlyMap<string, { readonly [counter in Counter]?: number }>;

/** How many weeks are kept, this one among them. */
export const WEEKS_KEPT = 26;

/** The ISO week of an instant (ms) by the wall clock of a timezone, as `2026-W05`. As text, later weeks sort later. */
export const weekOf = (instant: number, timezone: string): string => nameOf(localDay(instant, timezone));

/** The week so many weeks before one, by its name. */
export function weeksBefore(week: string, weeks: number): string {
  return nameOf(mondayOf(week).subtract({ weeks }));
}

/** How many of something there were in the `span` weeks that ended `ago` weeks before `week`. */
function sumOf(counts: Counts, counter: Counter, week: string, ago: number): number {
  const weeks = Array.from({ length: SPAN }, (_, at) => weeksBefore(week, ago + at));
  return weeks.reduce((sum, one) => sum + (counts.get(one)?.[counter] ?? 0), 0);
}

/** Weeks that are compared with as many before. */
const SPAN = 4;
/** With fewer in both spans together there is nothing to say. */
const FEWEST = 6;
/** One span has to have half as many again as the other, or the two are about the same. */
const NOTABLE = 1.5;

export type Direction = 'up' | 'same' | 'down';
/** How often a practice came lately, compared with before. */
export type PracticeTrend = { readonly counter: 'asks' | 'taken'; readonly direction: Direction };

/**
 * How the last four complete weeks before `week` compare with the four before them: of what has changed, asks first;
 * `undefined` where there was too little to say anything.
 */
export function practiceTrend(counts: Counts, week: string): PracticeTrend | undefined {
  const trends = (['asks', 'taken'] as const).flatMap((counter) => {
    const direction = directionOf(sumOf(counts, counter, week, 1), sumOf(counts, counter, week, 1 + SPAN));
    return direction === undefined ? [] : [{ counter, direction }];
  });
  return trends.find(({ direction }) => direction !== 'same') ?? trends[0];
}

function directionOf(lately: number, before: number): Direction | undefined {
  if (lately + before < FEWEST) return undefined;
  if (lately >= before * NOTABLE) return 'up';
  return before >= lately * NOTABLE ? 'down' : 'same';
}

function nameOf(day: Temporal.PlainDate): string {
  return `${String(day.yearOfWeek)}-W${String(day.weekOfYear).padStart(2, '0')}`;
}

/** The fourth of January always lies in the first week. */
function mondayOf(week: string): Temporal.PlainDate {
  const [year = 0, number = 1] = week.split('-W').map(Number);
  const inFirst = new Temporal.PlainDate(year, 1, 4);
  return inFirst.subtract({ days: inFirst.dayOfWeek - 1 }).add({ weeks: number - 1 });
}
