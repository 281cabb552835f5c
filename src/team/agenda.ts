import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/next-slot.ts';
import type { Agenda, Planned } from '../calendar/rhythm.ts';
import { DAY, MINUTE } from '../duration.ts';
import type { Team } from './team.ts';

/** When a team's last pulse opened (planned instant, ms) and how many it asked. */
export type LastPulse = {
  readonly openedAt: number;
  readonly electorate: number;
};

/** Nothing is posted sooner after enrolling, so that people can read what the app is first. */
const SETTLING_IN = 30 * MINUTE;
/** No second pulse of a team sooner than this, whatever the settings (docs/privacy.md, "The rules of disclosure", rule 10). */
const PULSE_SPACING = 5 * DAY;
/** Two weeks, less a day for clocks that change in between: whatever the settings, no second pulse comes sooner. */
const TWO_WEEK_SPACING = 13 * DAY;
/** Below this electorate a pulse comes every two weeks at most. */
const SMALL_ELECTORATE = 8;

/** What the calendar should do for a team: its rhythms, and the instants before which they do not run. */
export function agendaOf(team: Team, lastPulse: LastPulse | undefined): Agenda {
  const { timezone, skipDates, prompt, pulse, windowHours } = team.settings;
  const base = { timezone, skipDates, canPost: team.suspended === null };
  const after = startOf(team);
  if (after === undefined) return base;
  return {
    ...base,
    prompt: { rhythm: prompt, after, skipped: team.skipped.prompt },
    opening: { rhythm: pulse, windowHours, after, skipped: team.skipped.opening, ...restOf(team, lastPulse) },
  };
}

/** The pause that is in force at `now` (ms); `null` where there is none, or none any more. */
export function pauseAt(team: Team, now: number): Team['pause'] {
  if (team.pause === null || team.pause.until === null) return team.pause;
  return now < pauseEnd(team.pause.until, team.settings.timezone) ? team.pause : null;
}

/** Whether this team's pulses come every two weeks, by choice or because it is small. */
export function isTwoWeekly(team: Team, lastPulse: LastPulse | undefined): boolean {
  const isSmall = lastPulse !== undefined && lastPulse.electorate < SMALL_ELECTORATE;
  return isSmall || team.settings.cadence === 'two-weekly';
}

/**
 * Whether a pulse at `instant` (ms) would follow too soon on the last one: asked once more when it opens, for settings
 * may have changed since it was planned. The pulse of the very slot is not its own predecessor.
 */
export function isTooSoon(team: Team, lastPulse: LastPulse | undefined, instant: number): boolean {
  return lastPulse?.openedAt !== instant && instant < spacingEnd(team, lastPulse);
}

/** The last pulse; there is no other between it and the end of its spacing. */
function restOf(team: Team, lastPulse: LastPulse | undefined): Pick<Planned, 'last'> {
  if (lastPulse === undefined) return {};
  const { openedAt: instant } = lastPulse;
  return { last: { instant, alone: { from: 0, until: spacingEnd(team, lastPulse) + 1 } } };
}

function spacingEnd(team: Team, lastPulse: LastPulse | undefined): number {
  if (lastPulse === undefined) return 0;
  return lastPulse.openedAt + (isTwoWeekly(team, lastPulse) ? TWO_WEEK_SPACING : PULSE_SPACING);
}

/** The instant after which slots run; `undefined` while the team is suspended or paused without an end. */
function startOf(team: Team): number | undefined {
  const settled = team.enrolledAt + SETTLING_IN - 1;
  if (team.suspended !== null) return undefined;
  if (team.pause === null) return settled;
  if (team.pause.until === null) return undefined;
  return Math.max(settled, pauseEnd(team.pause.until, team.settings.timezone) - 1);
}

/** The first instant (ms) of the local date on which things run again. */
function pauseEnd(until: string, timezone: string): number {
  return instantOf(Temporal.PlainDate.from(until), '00:00', timezone);
}
