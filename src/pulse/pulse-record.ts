import { z } from 'zod';
import { HOUR } from '../duration.ts';
import { THRESHOLD_FLOOR } from '../promise.ts';
import { settingsSchema, type Team, windowHours } from '../team/team.ts';
import type { TeamId } from '../team-id.ts';
import type { Question } from './question.ts';

/** A pulse as it was when it opened. Never changes, so anyone may see it. */
export const pulseRecordSchema = z.object({
  id: z.string(),
  question: z.string(),
  optionCount: z.int(),
  /** Numbers (from 0) of the options that count as strained. */
  strained: z.array(z.int()).readonly(),
  electorate: z.int(),
  /** How many people had joined, left or changed roles by then: see `unseenChanges`. */
  rosterChanges: z.int(),
  threshold: z.int(),
  /** Who was to see the readout when people answered. */
  audience: settingsSchema.shape.audience,
  opensAt: z.number(),
  closesAt: z.number(),
});

export type PulseRecord = z.infer<typeof pulseRecordSchema>;

/** `T1-C1-1764061200000`: made from the opening's slot, so that opening it again finds the same pulse. */
export function pulseIdOf(team: TeamId, opensAt: number): string {
  return `${team.workspace}-${team.channel}-${opensAt}`;
}

/** The team that a pulse id was made from. Throws on anything else. */
export function teamOfPulse(pulseId: string): TeamId {
  return partsOf(pulseId).team;
}

/** The planned instant (ms) that a pulse id was made from. Throws on anything else. */
export function openedAtOf(pulseId: string): number {
  return partsOf(pulseId).opensAt;
}

/** Whether text is the id of a pulse. */
export const isPulseId = (text: string): boolean => ID.test(text);

const ID = /^([A-Z0-9]+)-([A-Z0-9]+)-(\d+)$/;

function partsOf(pulseId: string): { readonly team: TeamId; readonly opensAt: number } {
  const [, workspace, channel, opensAt] = ID.exec(pulseId) ?? [];
  if (workspace === undefined || channel === undefined) throw new Error('not a pulse id');
  return { team: { workspace, channel }, opensAt: Number(opensAt) };
}

/** The longest (ms) a pulse may stay open. */
export const LONGEST_WINDOW = Math.max(...windowHours) * HOUR;

/** Whether a record belongs where it was found: one that was edited in Redis could keep a pulse open for years. */
export function isRecordOf(team: TeamId, id: string, { id: own, opensAt, closesAt }: PulseRecord): boolean {
  const isItself = own === id && id === pulseIdOf(team, opensAt);
  return isItself && opensAt < closesAt && closesAt <= opensAt + LONGEST_WINDOW;
}

/** What can be said of a pulse whose record is gone or unreadable: its times, as far as its key's name tells them. */
export function recordOfLost(team: TeamId, closesAt: number, pulseId = pulseIdOf(team, 0)): PulseRecord {
  const nothing = { question: '', optionCount: 0, strained: [], electorate: 0, rosterChanges: 0 };
  const rules = { threshold: THRESHOLD_FLOOR, audience: 'everyone' } as const;
  return { id: pulseId, ...nothing, ...rules, opensAt: openedAtOf(pulseId), closesAt };
}

/** The record of a pulse that opens at `opensAt` (ms), with everything that is frozen in it. */
export function recordOf(options: {
  readonly team: Team;
  readonly opensAt: number;
  readonly question: Question;
  readonly electorate: number;
  readonly rosterChanges: number;
}): PulseRecord {
  const { team, opensAt, question, electorate, rosterChanges } = options;
  return {
    id: pulseIdOf(team.id, opensAt),
    question: question.id,
    optionCount: question.options.length,
    strained: question.options.flatMap(({ strained }, option) => (strained ? [option] : [])),
    electorate,
    rosterChanges,
    threshold: team.settings.minimumAnswers,
    audience: team.settings.audience,
    opensAt,
    closesAt: opensAt + team.settings.windowHours * HOUR,
  };
}
