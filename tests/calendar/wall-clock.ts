import { type Rhythm, weekdays } from '../../src/calendar/rhythm.ts';

/**
 * What a clock on the wall shows, by Intl alone, and a rhythm followed by looking at it again and again: slow, and
 * without a thought in common with `next-slot.ts`. It walks quarters of an hour, since every offset of these years is a
 * multiple of 15 minutes.
 */
export const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

export type Wall = { readonly date: string; readonly day: string; readonly minutes: number };

const clocks = new Map<string, Intl.DateTimeFormat>();

const shown = {
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

export function wallClock(instant: number, timeZone: string): Wall {
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

/** On each local date that has the right name: the first instant that shows the time or, after a gap, a later one. */
export function walk(rhythm: Rhythm, timeZone: string, after: number): number | undefined {
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

/** How far (minutes) the clock on the wall is ahead of UTC, up to whole days. */
const offset = (instant: number, timeZone: string): number =>
  (wallClock(instant, timeZone).minutes - Math.floor(instant / 60_000)) % (24 * 60);

/** The days (midnight UTC) from 2024 to 2035 within which a zone's clock changes. */
export function changesOf(timeZone: string): readonly number[] {
  const weeks = withOffsets({ from: Date.UTC(2024, 0, 1), step: 7 * DAY, count: 12 * 53 }, timeZone);
  return changed(weeks).flatMap((week) =>
    changed(withOffsets({ from: week, step: DAY, count: 8 }, timeZone)),
  );
}

type Shown = { readonly instant: number; readonly offset: number };

const withOffsets = (
  { from, step, count }: { readonly from: number; readonly step: number; readonly count: number },
  timeZone: string,
): readonly Shown[] =>
  Array.from({ length: count }, (_, at) => ({
    instant: from + at * step,
    offset: offset(from + at * step, timeZone),
  }));

/** The instants after which the offset is another one. */
const changed = (list: readonly Shown[]): readonly number[] =>
  list
    .filter(({ offset }, at) => (offset - (list[at + 1]?.offset ?? offset)) % (24 * 60) !== 0)
    .map(({ instant }) => instant);

/** The weekday that the clock shows at an instant, with a time from 22:45 to 3:45. */
export function nightAt(instant: number, timezone: string): Rhythm {
  const { day, minutes } = wallClock(instant, timezone);
  const quarter = (Math.floor(minutes / 15) % 21) - 5;
  const time = new Date(DAY + quarter * QUARTER).toISOString().slice(11, 16);
  return { day: weekdays.find((known) => known === day) ?? 'sun', time };
}
