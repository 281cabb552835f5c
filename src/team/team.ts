import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { weekdays } from '../calendar/rhythm.ts';
import { fallbackLocale, locales } from '../locale.ts';
import { THRESHOLD_FLOOR } from '../promise.ts';
import type { TeamId } from '../team-id.ts';

export const tracks = ['delegation', 'asking-for-help'] as const;
export type Track = (typeof tracks)[number];

/** The three things a team follows, each by one tracked question. */
export const subjects = ['workload', 'asking', 'delegation'] as const;
export type Subject = (typeof subjects)[number];

export const windowHours = [24, 48, 72, 96] as const;

const userId = z.string().regex(/^[UW][A-Z0-9]+$/);
export const localDate = z.string().refine(isDate);
const questionId = z.string().regex(/^[a-z0-9-]*$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const rhythm = z.object({ day: z.enum(weekdays), time });

/** So that the settings fit into a form's metadata (3,000 characters) and a change into one section. */
export const MOST_MANAGERS = 20;
export const MOST_SKIP_DATES = 40;

export const settingsSchema = z.object({
  /** What the team is spoken to in. Teams from before there was a choice read English. */
  locale: z.enum(locales).default(fallbackLocale),
  /** May be empty: the last one left, and anyone may take over. */
  managers: z.array(userId).max(MOST_MANAGERS).readonly(),
  timezone: z.string().refine(isTimezone),
  prompt: rhythm,
  pulse: rhythm,
  windowHours: z.union(windowHours.map((hours) => z.literal(hours))),
  cadence: z.enum(['weekly', 'two-weekly']),
  /** Question ids, one per subject. */
  questions: z.object({ workload: questionId, asking: questionId, delegation: questionId }),
  tracks: z.array(z.enum(tracks)).min(1).readonly(),
  skipDates: z.array(localDate).max(MOST_SKIP_DATES).readonly(),
  /** Who sees readouts. */
  audience: z.enum(['everyone', 'managers']),
  /** Whether managers get a direct message when a readout is out. Teams from before there was a choice do. */
  readoutNotice: z.enum(['on', 'off']).default('on'),
  minimumAnswers: z.int().min(THRESHOLD_FLOOR).max(100),
});

const instant = z.number();
/** As earlier versions wrote it: one instant, 0 for none. */
const skippedSlots = z.union([
  z.array(instant).readonly(),
  instant.transform((one) => (one === 0 ? [] : [one])),
]);

export const teamStateSchema = z.object({
  settings: settingsSchema,
  enrolledAt: instant,
  /** `until` is the first local date on which things run again; `null` means until someone resumes. */
  pause: z.object({ until: localDate.nullable() }).nullable(),
  /** Why nothing can be posted, as Slack's code, and since when (ms); `null` when all is well. */
  suspended: z
    .union([z.object({ code: z.string(), since: instant }), z.string().transform(sinceEver)])
    .nullable(),
  /** The slots that were skipped of late and are to be: the weeks they lie in stay free. */
  skipped: z.object({ prompt: skippedSlots, opening: skippedSlots }),
});

/** Earlier versions wrote the code alone. */
function sinceEver(code: string): { readonly code: string; readonly since: number } {
  return { code, since: 0 };
}

export type Settings = z.infer<typeof settingsSchema>;
export type TeamState = z.infer<typeof teamStateSchema>;
export type Team = TeamState & { readonly id: TeamId };

/** Whether the person may change the team's settings and read its summary. */
export function isManager(team: Team, user: string): boolean {
  return team.settings.managers.includes(user);
}

/** Whether the person may change settings: a manager, or anyone once no manager is left. */
export function mayManage(team: Team, user: string): boolean {
  return team.settings.managers.length === 0 || isManager(team, user);
}

/** Whether text is an IANA timezone this machine knows. */
export function isTimezone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && new Temporal.ZonedDateTime(0n, text) !== undefined;
  } catch {
    return false;
  }
}

/** Whether text is a date that exists, as `2026-12-24`. */
export function isDate(text: string): boolean {
  try {
    return (
      /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }) !== undefined
    );
  } catch {
    return false;
  }
}
