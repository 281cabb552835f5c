import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from '../../src/pulse/pulse-key.ts';
import type { PulseRecord } from '../../src/pulse/pulse-record.ts';
import { type Entry, laneCount, maskedVote, PAD_SEED_BYTES, tokenOf } from '../../src/pulse/tally.ts';
import { defaultSettings, newTeam } from '../../src/team/default-settings.ts';
import type { Team } from '../../src/team/team.ts';
import type { TeamId } from '../../src/team-id.ts';

export const team: TeamId = { workspace: 'TWORK', channel: 'CTEAM' };

/** A key that is the same in every run, for one number. */
export const keyNumber = (number: number): Buffer => Buffer.alloc(KEY_BYTES, number);

/** r of an attempt, fresh each time. */
export const freshR = (): string => randomBytes(PAD_SEED_BYTES).toString('hex');

/** An open pulse of eight people with five options, the last two strained. */
export function sampleRecord(fields: Partial<PulseRecord> = {}): PulseRecord {
  return {
    id: 'TWORK-CTEAM-1000',
    question: 'work-fits-hours',
    optionCount: 5,
    strained: [3, 4],
    electorate: 8,
    rosterChanges: 0,
    threshold: 5,
    audience: 'everyone',
    opensAt: 1000,
    closesAt: 2000,
    ...fields,
  };
}

/** What a store holds after these choices by as many people, one attempt each. */
export function tallyOf(options: {
  readonly pulseKey: Buffer;
  readonly choices: readonly (number | 'none')[];
  readonly optionCount: number;
}) {
  const { pulseKey, choices, optionCount } = options;
  const entries = choices.map(
    (_, person): Entry => ({ token: tokenOf(pulseKey, `U${person}`), version: 1, r: freshR() }),
  );
  const tally = new Uint32Array(laneCount(optionCount));
  choices.forEach((choice, person) => {
    const { token = '', r = '' } = entries[person] ?? {};
    const vote = maskedVote({ pulseKey, token, r, choice, optionCount });
    vote.forEach((value, lane) => {
      tally[lane] = (tally[lane] ?? 0) + value;
    });
  });
  return { tally, entries };
}

/** A team with ordinary settings, as it would be read from the store. */
export function sampleTeam(fields: Partial<Team> = {}): Team {
  const ids = { workload: 'work-fits-hours', asking: 'ease-of-asking', delegation: 'work-shared' };
  const settings = defaultSettings({
    locale: 'en',
    manager: 'UMAN',
    timezone: 'Europe/Berlin',
    questions: ids,
  });
  return { id: team, ...newTeam(settings, 0), ...fields };
}
