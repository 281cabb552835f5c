import type { Job } from './job.ts';

/** Puts a team's calendar right, and looks after a team where nothing can be posted. */
export const lookAfterTeam: Job = (slot, { teams }) => teams.lookAfter(slot.team);
