import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../src/ports.ts';

/** The hour at which the playground begins, on a Monday. */
const MORNING = 8;

export type FastClock = Clock & {
  /** Lets the time run; it stands still before. */
  readonly begin: () => void;
};

/**
 * A clock that runs `speed` times as fast as life, from `start` (ms) on.
 * @param options.real the clock of life, in milliseconds
 */
export function createFastClock(options: {
  readonly start: number;
  readonly speed: number;
  readonly real: () => number;
}): FastClock {
  const { start, speed, real } = options;
  let begun: number | undefined;
  return {
    now: () => (begun === undefined ? start : Math.floor(start + (real() - begun) * speed)),
    begin: () => {
      begun ??= real();
    },
  };
}

/** Eight o'clock on the Monday of the week that `now` (ms) is in, there. In milliseconds. */
export function mondayMorning(now: number, timezone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return monday.toZonedDateTime({ timeZone: timezone, plainTime: { hour: MORNING } }).epochMilliseconds;
}

/** `Mon 08:00`, there. */
export function weekdayAndTime(instant: number, timezone: string): string {
  const options = { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: timezone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(instant).replace(',', '');
}
