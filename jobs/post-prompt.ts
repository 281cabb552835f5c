import type { Job } from './job.ts';

/** Posts the prompt of a slot. */
export const postPrompt: Job = (slot, { prompts }) => prompts.post(slot);
