import { MINUTE, SECOND } from '../duration.ts';
import type { PostOutcome } from '../slack/outcome.ts';
import type { CalendarDeps } from './calendar-service.ts';
import { isLongPast, type Refusal, refusalOf } from './refusal.ts';
import type { Span } from './rhythm.ts';
import type { SentOnce, Slot } from './slot.ts';
import type { SlotRecord } from './slot-record.ts';

/** `hopeless` and `retry` carry a code, Slack's or ours: nothing was posted. */
export type SendResult =
  | 'sent'
  | 'unknown'
  | 'already-done'
  | 'not-alone'
  | { readonly hopeless: string }
  | { readonly retry: RetryAdvice };
export type RetryAdvice = { readonly code: string; readonly afterSeconds?: number };

/** How long (s) to wait for whoever is sending the same slot. */
const UNDER_WAY_PAUSE = 15;
/** How long (ms) to wait at most before looking again whether it is time: a clock may be put right. */
const LONGEST_EARLINESS = MINUTE;

/** Running one slot: whether it may run now, and that its message is sent once. */
export function createSlotSending(deps: CalendarDeps) {
  const { store, clock, agendaOf } = deps;

  return {
    /** The slot's record: how far its message has come. */
    record: store.record,

    /**
     * Whether a slot that a worker has taken off the queue may run now: it may have waited long, and its team may have
     * been paused, changed or removed meanwhile. A slot that may not run is settled with the reason.
     */
    async admit(
      slot: Slot,
    ): Promise<'run' | { readonly retry: RetryAdvice } | { readonly refused: Refusal }> {
      const now = clock.now();
      if (slot.instant > now) return { retry: tooEarly(slot.instant - now) };
      if (slot.kind === 'closing' || slot.kind === 'upkeep') return 'run';
      if ((await store.record(slot)).state !== 'planned') return 'run'; // What has begun is brought to its end.
      const refused = await refusalNow(slot, now);
      if (refused === undefined) return 'run';
      await store.mark(slot, { state: 'not-sent', reason: refused }, ['planned']);
      return { refused };
    },

    /** Closes a slot that needs no message, with the reason as a code. Nothing, where somebody is sending it. */
    async dismiss(slot: Slot, reason: string): Promise<void> {
      await store.mark(slot, { state: 'not-sent', reason }, ['planned']);
    },

    /** Closes a slot whose sending was interrupted and must not be looked into any more. */
    async giveUp(slot: SentOnce): Promise<'unknown'> {
      await store.mark(slot, { state: 'unknown' }, ['sending']);
      return 'unknown';
    },

    /**
     * Sends a slot's message once: `planned → sending → sent`. A crash before *sending* is repeated, one after it
     * is `unknown` and is not. `send` does nothing but post: what can fail before belongs before this call.
     *
     * @param alone a span in which no other slot of this kind may have been sent, whoever sent it.
     */
    async sendOnce(slot: SentOnce, send: () => Promise<PostOutcome>, alone?: Span): Promise<SendResult> {
      const held = await store.heldBackFor(slot.team.workspace);
      if (held > 0) return { retry: { code: 'held-back', afterSeconds: held / SECOND } };
      const claim = await store.claim(slot, clock.now(), alone);
      if (claim === 'claimed') return settle(slot, await send());
      if (claim === 'under-way') return { retry: { code: claim, afterSeconds: UNDER_WAY_PAUSE } };
      if (claim === 'interrupted') return 'unknown';
      return claim === 'not-alone' ? claim : 'already-done';
    },
  };

  async function refusalNow(slot: Slot, now: number): Promise<Refusal | undefined> {
    // First: a team whose settings cannot be read must not keep its slots on the queue for ever.
    return isLongPast(slot, now) ? 'too-late' : refusalOf(slot, await agendaOf(slot.team), now);
  }

  /** Only `sent` is certain enough to be written over what somebody else concluded meanwhile. */
  async function settle(slot: SentOnce, outcome: PostOutcome): Promise<SendResult> {
    const mark = (record: SlotRecord, from: readonly SlotRecord['state'][] = ['sending']) =>
      store.mark(slot, record, from);
    switch (outcome.kind) {
      case 'sent':
        await mark({ state: 'sent', ts: outcome.ts }, ['sending', 'unknown']);
        return 'sent';
      case 'unknown':
        await mark({ state: 'unknown' });
        return 'unknown';
      case 'hopeless':
        await mark({ state: 'not-sent', reason: outcome.code });
        return { hopeless: outcome.code };
      case 'not-sent':
        await mark({ state: 'planned' });
        if (outcome.retryAfterSeconds !== undefined)
          await store.holdBack(slot.team.workspace, outcome.retryAfterSeconds);
        return { retry: adviceOf(outcome) };
    }
  }
}

function adviceOf(outcome: PostOutcome & { kind: 'not-sent' }): RetryAdvice {
  const { code, retryAfterSeconds } = outcome;
  return retryAfterSeconds === undefined ? { code } : { code, afterSeconds: retryAfterSeconds };
}

function tooEarly(milliseconds: number): RetryAdvice {
  return { code: 'too-early', afterSeconds: Math.min(milliseconds, LONGEST_EARLINESS) / SECOND };
}
