import type { Agenda } from '../../src/calendar/rhythm.ts';
import type { Slot } from '../../src/calendar/slot.ts';
import type { TeamId } from '../../src/team-id.ts';

export const team: TeamId = { workspace: 'T1', channel: 'C1' };

/** Monday 5 January 2026, midnight UTC. */
export const monday = Date.UTC(2026, 0, 5);

export const utc = (text: string): number => Date.parse(`${text}Z`);

export const slot = (fields: Partial<Slot> = {}): Slot => ({
  team,
  kind: 'prompt',
  instant: monday,
  ...fields,
});

/** Prompts on Mondays at 9:30, pulses on Wednesdays at 14:00, open for 48 hours, in UTC. */
export const weekly: Agenda = {
  timezone: 'UTC',
  skipDates: [],
  canPost: true,
  prompt: { rhythm: { day: 'mon', time: '09:30' }, after: 0, skipped: [] },
  opening: { rhythm: { day: 'wed', time: '14:00' }, after: 0, skipped: [], windowHours: 48 },
};

/** Paused without an end. */
export const off: Agenda = { timezone: 'UTC', skipDates: [], canPost: true };
