import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/next-slot.ts';
import { localDay } from '../calendar/week.ts';
import { DAY, MINUTE } from '../duration.ts';
import { type Locale, languageTags } from '../locale.ts';
import { isDate } from '../team/team.ts';

/** When a check-in is brought up, on the giver's clock. */
const MORNING = '09:30';

/** How far ahead Slack takes a scheduled message (ms). Source: docs.slack.dev, chat.scheduleMessage. */
const SLACK_TAKES = 120 * DAY;

/** A reminder nearer than this (ms) would come while people still talk about the hand-over. */
const TOO_NEAR = 30 * MINUTE;

/** Between our looking at the clock and Slack's (ms). */
const MARGIN = 5 * MINUTE;

/** The weekdays on which nobody wants to be asked, as Temporal numbers them. */
const SATURDAY = 6;

/** Why a date cannot be the first check-in; `latest` is the last one that can. */
export type CheckInProblem =
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'not-after-today' }
  | { readonly kind: 'too-far'; readonly latest: string };

/** What keeps `date` (YYYY-MM-DD) from being a check-in for somebody in `timezone`, or `undefined`. */
export function checkInProblem(date: string, now: number, timezone: string): CheckInProblem | undefined {
  if (!isDate(date)) return { kind: 'not-a-date' };
  const wanted = Temporal.PlainDate.from(date);
  if (Temporal.PlainDate.compare(wanted, localDay(now, timezone)) <= 0) return { kind: 'not-after-today' };
  const latest = latestCheckIn(now, timezone);
  return Temporal.PlainDate.compare(wanted, latest) > 0
    ? { kind: 'too-far', latest: latest.toString() }
    : undefined;
}

/** The last date whose morning Slack still takes a message for. */
function latestCheckIn(now: number, timezone: string): Temporal.PlainDate {
  const date = localDay(now, timezone).add({ days: SLACK_TAKES / DAY });
  const isTaken = instantOf(date, MORNING, timezone) <= now + SLACK_TAKES - MARGIN;
  return isTaken ? date : date.subtract({ days: 1 });
}

/**
 * When (ms) to bring up the check-in of `date` once the hand-over is taken at `now`: 9:30 that morning on the clock of
 * `timezone`. Where that is over or about to be, the hand-over was taken late, and it is the next morning.
 */
export function reminderAt(date: string, now: number, timezone: string): number {
  const morning = instantOf(Temporal.PlainDate.from(date), MORNING, timezone);
  if (morning - now >= TOO_NEAR) return morning;
  return instantOf(localDay(now, timezone).add({ days: 1 }), MORNING, timezone);
}

/** What the form offers: a week from now, or the Monday after. A valid check-in in any timezone. */
export function suggestedCheckIn(now: number): string {
  const date = localDay(now, 'UTC').add({ days: 7 });
  const weekend = date.dayOfWeek - SATURDAY;
  return (weekend < 0 ? date : date.add({ days: 2 - weekend })).toString();
}

/** The local date (YYYY-MM-DD) of an instant (ms). */
export const dateAt = (instant: number, timezone: string): string => localDay(instant, timezone).toString();

/** `Friday 5 March`. */
export function dateName(date: string, locale: Locale): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTags[locale], options).format(Date.parse(`${date}T00:00:00Z`));
}
