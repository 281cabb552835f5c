import { z } from 'zod';
import { HOUR } from '../duration.ts';
import { settingsSchema, type Team } from '../team/team.ts';
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
  const [, workspace, channel] = /^([A-Z0-9]+)-([A-Z0-9]+)-\d+$/.exec(pulseId) ?? [];
  if (workspace === undefined || channel === undefined) throw new Error('not a pulse id');
  return { workspace, channel };
}

/** The record of a pulse that opens at `opensAt` (ms), with everything that is frozen in it. */
export function recordOf(options: {
  readonly team: Team;
  readonly opensAt: number;
  readonly question: Question;
  readonly electorate: number;
}): PulseRecord {
  const { team, opensAt, question, electorate } = options;
  return {
    id: pulseIdOf(team.id, opensAt),
    question: question.id,
    optionCount: question.options.length,
    strained: question.options.flatMap(({ strained }, option) => (strained ? [option] : [])),
    electorate,
    threshold: team.settings.minimumAnswers,
    audience: team.settings.audience,
    opensAt,
    closesAt: opensAt + team.settings.windowHours * HOUR,
  };
}
