import { z } from 'zod';
import type { RecordedKind, SlotKind } from './slot.ts';

/**
 * How far a slot has come. `planned → sending → sent(ts)`; a send whose outcome is `unknown` is never repeated;
 * `not-sent` says why nothing will come (the reason is a code, see `slack/outcome.ts`, `refusal.ts`, or the room's).
 */
const slotRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned') }),
  /** `since`: when the sending began (ms). */
  z.object({ state: z.literal('sending'), since: z.number().default(0) }),
  z.object({ state: z.literal('sent'), ts: z.string().optional() }),
  z.object({ state: z.literal('unknown') }),
  z.object({ state: z.literal('not-sent'), reason: z.string() }),
]);

export type SlotRecord = z.infer<typeof slotRecord>;

/** One of a team's messages with its record. */
export type RecordedSlot = {
  readonly kind: RecordedKind;
  readonly instant: number;
  readonly record: SlotRecord;
};

/** A record as stored, or `planned` where there is none yet. Throws on anything else. */
export function parseSlotRecord(stored: unknown): SlotRecord {
  if (stored === null || stored === undefined) return { state: 'planned' };
  return slotRecord.parse(JSON.parse(String(stored)));
}

/** The latest slot of a kind whose message is in the channel, or may be. */
export function lastPosted(slots: readonly RecordedSlot[], kind: SlotKind): RecordedSlot | undefined {
  return slots
    .filter((slot) => slot.kind === kind && ['sending', 'sent', 'unknown'].includes(slot.record.state))
    .reduce<RecordedSlot | undefined>(
      (last, slot) => (last === undefined || slot.instant > last.instant ? slot : last),
      undefined,
    );
}
