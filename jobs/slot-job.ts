import { z } from 'zod';
import { type Slot, slotKinds } from '../src/calendar/slot.ts';

/** A slot as the queue keeps it: no people, no answers. */
const slotJob = z.object({
  workspace: z.string(),
  channel: z.string(),
  kind: z.enum(slotKinds),
  instant: z.number(),
});

export type SlotJob = z.infer<typeof slotJob>;

export function jobOf({ team, kind, instant }: Slot): SlotJob {
  return { ...team, kind, instant };
}

/** The inverse of `jobOf`. Throws on anything else. */
export function slotOf(data: unknown): Slot {
  const { workspace, channel, kind, instant } = slotJob.parse(data);
  return { team: { workspace, channel }, kind, instant };
}
