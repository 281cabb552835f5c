import { z } from 'zod';

/**
 * How far a slot has come. `planned → sending → sent(ts)`; a send whose outcome is `unknown` is never repeated;
 * `not-sent` says why nothing will come (the reason is a code, see `slack/outcome.ts`, or ours).
 */
const slotRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned') }),
  z.object({ state: z.literal('sending') }),
  z.object({ state: z.literal('sent'), ts: z.string().optional() }),
  z.object({ state: z.literal('unknown') }),
  z.object({ state: z.literal('not-sent'), reason: z.string() }),
]);

export type SlotRecord = z.infer<typeof slotRecord>;

/** A record as stored, or `planned` where there is none yet. Throws on anything else. */
export function parseSlotRecord(stored: unknown): SlotRecord {
  if (stored === null || stored === undefined) return { state: 'planned' };
  return slotRecord.parse(JSON.parse(String(stored)));
}
