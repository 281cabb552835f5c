import { z } from 'zod';
import { DAY } from '../duration.ts';
import { isManager, settingsSchema, type Team } from '../team/team.ts';
import { participations } from './participation.ts';
import { placeOf } from './same-side.ts';

const level = z.object({ position: z.int(), scale: z.int() });

/** What is kept of a pulse: a level, never a number (rule 2). */
export const readoutSchema = z.object({
  /** When the pulse closed, in ms. */
  closedAt: z.number(),
  /** The displayed level. */
  level,
  /** The level this pulse itself had, displayed or not: the next one is compared with it. Only in the newest. */
  undisplayed: level.optional(),
  /** False where one to four people joined, left or changed roles since the readout before. */
  isComparable: z.boolean(),
  /** The team's count of roster changes when the pulse opened. */
  rosterChanges: z.int(),
  participation: z.enum(participations).nullable(),
  /** Who was to see it when people answered. Where that is not known, managers alone. */
  audience: settingsSchema.shape.audience.default('managers'),
  /** Whether no pulse had asked this question before, as far as is known. */
  isFirst: z.boolean().default(false),
  /** Which of the suggested steps goes with it, counting up from one readout to the next. */
  step: z.int(),
});

/** How a team's last closing ended, so that it can be posted after a crash. */
export const closingSchema = z.object({
  pulse: z.string(),
  question: z.string(),
  opensAt: z.number(),
  closesAt: z.number(),
  threshold: z.int(),
  audience: settingsSchema.shape.audience,
  /** The message that carried the pulse; '' where nobody could tell. */
  ts: z.string(),
  kind: z.enum(['published', 'too-few', 'void']),
  /** Why it is void; absent where it is not. */
  reason: z.enum(['lost', 'exposed', 'edited']).optional(),
  /** Questions of all pulses that have closed, this one included. */
  asked: z.array(z.string()).readonly().optional(),
  /** One code per person asked, sorted: see `receipt.ts`. */
  receipts: z.array(z.string()).readonly(),
});

export type Readout = z.infer<typeof readoutSchema> & {
  /** One that the reader may not see stands before it: nothing is said of how they compare. Never stored. */
  readonly isAfterHidden?: true;
};
export type Closing = z.infer<typeof closingSchema>;

/** A question's readouts, oldest first. */
export type History = readonly Readout[];

const MOST_KEPT = 8;
const HEAVY = 0.75;
/** How long (ms) readouts and changes are kept and shown (rule 7). */
export const OLDEST_KEPT = 365 * DAY;

/** The history that is kept and shown at `now` (ms): the last 8, none older than a year (rule 7). */
export function shortMemory(history: History, now: number): History {
  return history.filter(({ closedAt }) => now - closedAt <= OLDEST_KEPT).slice(-MOST_KEPT);
}

/** What a person may see of a question: managers everything, others what was published to everyone. */
export function historyFor(history: History, team: Team, user: string): History {
  return isManager(team, user) ? history : publicHistory(history);
}

/** What was published to everyone. Whatever is said of it depends on nothing that is left out. */
export function publicHistory(history: History): History {
  return history.flatMap((readout, at) => {
    if (readout.audience !== 'everyone') return [];
    return history[at - 1]?.audience === 'managers'
      ? [{ ...readout, isAfterHidden: true as const }]
      : [readout];
  });
}

/** The same for every question, those no longer asked included: what has grown too old is gone. */
export function allShortMemory(histories: ReadonlyMap<string, History>, now: number): Map<string, History> {
  const kept = [...histories].map(([question, history]) => [question, shortMemory(history, now)] as const);
  return new Map(kept.filter(([, history]) => history.length > 0));
}

/** Where the last readout lies against the one before; `undefined` where that is not known or not told (rule 8). */
export function directionOf(history: History): 'heavier' | 'calmer' | 'same' | undefined {
  if (history.at(-1)?.isComparable === false || history.at(-1)?.isAfterHidden) return undefined;
  const [before, last] = history.slice(-2).map(({ level }) => placeOf(level));
  if (before === undefined || last === undefined) return undefined;
  if (last === before) return 'same';
  return last > before ? 'heavier' : 'calmer';
}

/** Since when (ms) the question has been at the level it is at now, as far as it is remembered. */
export function sinceOf(history: History): number | undefined {
  const now = history.at(-1);
  const isOther = ({ level }: Readout) =>
    level.position !== now?.level.position || level.scale !== now.level.scale;
  const first = Math.max(history.findLastIndex(isOther) + 1, history.findLastIndex(hasGapBefore), 0);
  return history[first]?.closedAt;
}

const hasGapBefore = ({ isAfterHidden }: Readout): boolean => isAfterHidden === true;

/** Whether the level displayed now lies in the upper quarter of its scale. */
export function isHeavy(history: History): boolean {
  const now = history.at(-1)?.level;
  return now !== undefined && placeOf(now) >= HEAVY;
}
