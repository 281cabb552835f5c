import type { PostOutcome } from '../slack/outcome.ts';
import type { TeamId } from '../team-id.ts';
import type { CalendarStore } from './calendar-store.ts';
import { isStillWorthIt } from './lateness.ts';
import { nextOf } from './next-slot.ts';
import type { Agenda, Planned } from './rhythm.ts';
import { type Slot, type SlotKind, slotKinds } from './slot.ts';

export type CalendarDeps = {
  readonly store: CalendarStore;
  /** The team's agenda now, or `undefined` for a team that is gone. Wired in app.ts: teams stand above. */
  readonly agendaOf: (team: TeamId) => Promise<Agenda | undefined>;
};

/** `hopeless` and `retry` carry Slack's code: nothing was posted. */
export type SendResult =
  | 'sent'
  | 'unknown'
  | 'already-done'
  | { readonly hopeless: string }
  | { readonly retry: RetryAdvice };
export type RetryAdvice = { readonly code: string; readonly afterSeconds?: number };

export type CalendarService = ReturnType<typeof createCalendarService>;

/** What is due, what comes next, and that each slot's message is sent once. */
export function createCalendarService(deps: CalendarDeps) {
  const { store, agendaOf } = deps;

  /** Takes everything of a team out of the calendar. */
  async function forget(team: TeamId): Promise<void> {
    for (const kind of slotKinds) await store.write(team, kind, undefined);
  }

  /** Asked after writing: a team removed since it was read would leave its entries for good. */
  async function forgetIfGone(team: TeamId): Promise<void> {
    if ((await agendaOf(team)) === undefined) await forget(team);
  }

  return {
    /**
     * Hands every slot due at `now` (ms) to `enqueue` (which must take the same slot twice without harm), then
     * writes the team's next one. Slots too late to be useful are passed over. Returns those handed on. A slot
     * that fails stays due and is reported; it never holds up those of other teams.
     */
    async takeDue(
      now: number,
      enqueue: (slot: Slot) => Promise<void>,
      report: (problem: unknown) => void,
    ): Promise<readonly Slot[]> {
      const taken: Slot[] = [];
      for (const slot of await store.due(now)) {
        try {
          if (await takeOne(slot, now, enqueue)) taken.push(slot);
        } catch (error) {
          report(error);
        }
      }
      return taken;
    },

    /**
     * Writes the next prompt and opening of a team afresh from its agenda; the closing is never touched. A slot that
     * is due stays for the next heartbeat: a change just after its time must not cost the team its week.
     */
    async plan(team: TeamId, now: number): Promise<void> {
      const agenda = await agendaOf(team);
      if (agenda === undefined) return;
      const planned = await store.next(team);
      for (const kind of ['prompt', 'opening'] as const) {
        if (isDue(planned[kind], agenda[kind], now)) continue;
        await store.write(team, kind, nextOf(agenda, kind, now));
      }
      await forgetIfGone(team);
    },

    /** Plans the closing of an open pulse, at its instant and not otherwise. */
    async planClosing(team: TeamId, instant: number): Promise<void> {
      await store.write(team, 'closing', instant);
      await forgetIfGone(team);
    },

    forget,

    next: (team: TeamId): Promise<{ readonly [kind in SlotKind]?: number }> => store.next(team),

    /** The slot's record: how far its message has come. */
    record: store.record,

    /** Closes a slot that needs no message, with the reason as a code. */
    dismiss: (slot: Slot, reason: string): Promise<void> => store.mark(slot, { state: 'not-sent', reason }),

    /**
     * Sends a slot's message once: `planned → sending → sent`. A crash before *sending* is repeated, one after it
     * is `unknown` and is not. `send` does nothing but post: what can fail before belongs before this call.
     */
    async sendOnce(slot: Slot, send: () => Promise<PostOutcome>): Promise<SendResult> {
      const before = await store.claim(slot);
      if (before.state === 'sending') await store.mark(slot, { state: 'unknown' });
      if (before.state === 'sending') return 'unknown';
      if (before.state !== 'planned') return 'already-done';
      return settle(slot, await send());
    },
  };

  /** Whether the slot was handed on. Put first, replaced second: a crash in between puts it twice, never not at all. */
  async function takeOne(slot: Slot, now: number, enqueue: (slot: Slot) => Promise<void>): Promise<boolean> {
    const agenda = await agendaOf(slot.team);
    const isWorthIt = isStillWorthIt(slot, agenda, now);
    if (isWorthIt) await enqueue(slot);
    await store.replace(slot, nextAfter(slot, agenda, now));
    return isWorthIt;
  }

  async function settle(slot: Slot, outcome: PostOutcome): Promise<SendResult> {
    switch (outcome.kind) {
      case 'sent':
        await store.mark(slot, { state: 'sent', ts: outcome.ts });
        return 'sent';
      case 'unknown':
        await store.mark(slot, { state: 'unknown' });
        return 'unknown';
      case 'hopeless':
        await store.mark(slot, { state: 'not-sent', reason: outcome.code });
        return { hopeless: outcome.code };
      case 'not-sent':
        await store.mark(slot, { state: 'planned' });
        return { retry: adviceOf(outcome) };
    }
  }
}

function adviceOf(outcome: PostOutcome & { kind: 'not-sent' }): RetryAdvice {
  const { code, retryAfterSeconds } = outcome;
  return retryAfterSeconds === undefined ? { code } : { code, afterSeconds: retryAfterSeconds };
}

/** Whether a planned instant has come and is neither off, skipped nor too soon by now. */
function isDue(instant: number | undefined, planned: Planned | undefined, now: number): boolean {
  return instant !== undefined && planned !== undefined && planned.after < instant && instant <= now;
}

function nextAfter(slot: Slot, agenda: Agenda | undefined, now: number): number | undefined {
  if (slot.kind === 'closing' || agenda === undefined) return undefined;
  return nextOf(agenda, slot.kind, Math.max(slot.instant, now));
}
