import type { Job } from './job.ts';

/** Opens the pulse of a slot. */
export const openPulse: Job = (slot, { pulses }) => pulses.open(slot);
