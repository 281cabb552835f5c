import type { SlotKind } from '../src/calendar/slot.ts';
import { closePulse } from './close-pulse.ts';
import type { Job } from './job.ts';
import { lookAfterTeam } from './look-after-team.ts';
import { openPulse } from './open-pulse.ts';
import { postPrompt } from './post-prompt.ts';

/** Kind of slot → what runs it. A new kind is one file and one line. */
export const jobs: { readonly [kind in SlotKind]: Job } = {
  prompt: postPrompt,
  opening: openPulse,
  closing: closePulse,
  upkeep: lookAfterTeam,
};
