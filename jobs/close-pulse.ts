import type { Job } from './job.ts';

/** Closes the pulse whose window ends at the slot, and posts what it says. */
export const closePulse: Job = (slot, { readouts }) => readouts.close(slot);
