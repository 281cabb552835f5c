import { eachAtOnce, groupedBy } from '../at-once.ts';
import type { Clock } from '../ports.ts';
import { needsMending } from '../slack/outcome.ts';
import { type TeamId, teamKey } from '../team-id.ts';
import type { CalendarStore } from './calendar-store.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { nextAfter, replan, withLastPrompt } from './replan.ts';
import type { Agenda } from './rhythm.ts';
import { type RhythmicKind, type SeenKind, type Slot, slotKinds } from './slot.ts';
import { lastPosted, type RecordedSlot } from './slot-record.ts';
import { createSlotSending } from './slot-sending.ts';

export type { RetryAdvice, SendResult } from './slot-sending.ts';

export type CalendarDeps = {
  readonly store: CalendarStore;
  readonly clock: Clock;
  /** The team's agenda now, or `undefined` for a team that is gone. Wired in app.ts: teams stand above. */
  readonly agendaOf: (team: TeamId) => Promise<Agenda | undefined>;
};

/** Teams whose due slots are handed on at once: a thousand at the same minute must not wait for each other. */
const TEAMS_AT_ONCE = 20;

export type CalendarService = ReturnType<typeof createCalendarService>;

/** An agenda with what has run, and the records that say so. */
type Standing = { readonly agenda: Agenda; readonly slots: readonly RecordedSlot[] };

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

  async function standingOf(team: TeamId): Promise<Standing | undefined> {
    const [agenda, slots] = await Promise.all([agendaOf(team), store.records(team)]);
    if (agenda === undefined) return undefined;
    return { agenda: withLastPrompt(agenda, lastPosted(slots, 'prompt')?.instant), slots };
  }

  return {
    /**
     * Hands every slot due at `now` (ms) to `enqueue` (which must take the same slot twice without harm), then
     * writes the team's next one. Slots that must not run any more are passed over, and `passOver` is told why. Returns
     * those handed on. A slot that fails stays due and is reported; it never holds up those of other teams.
     */
    async takeDue(
      now: number,
      enqueue: (slot: Slot) => Promise<void>,
      report: (problem: unknown) => void,
      passOver: (slot: Slot, reason: Refusal) => void = () => undefined,
    ): Promise<readonly Slot[]> {
      const due = await store.due(now, report);
      const taken = new Set<Slot>();
      const take = async (slot: Slot) => {
        try {
          const refused = await takeOne(slot, now, enqueue);
          if (refused === undefined) taken.add(slot);
          else passOver(slot, refused);
        } catch (error) {
          report(error);
        }
      };
      // What is due earlier is handed on before what is due later, whichever team is quicker.
      for (const together of groupedBy(due, ({ instant }) => String(instant))) {
        const teams = groupedBy(together, ({ team }) => teamKey(team));
        await eachAtOnce(teams, TEAMS_AT_ONCE, (slots) => eachAtOnce(slots, 1, take));
      }
      return due.filter((slot) => taken.has(slot));
    },

    /**
     * Writes the next prompt and opening of a team afresh from its agenda, and the closing again whose message Slack
     * refused while the team was suspended. An open pulse's closing is never touched. A slot that is due stays for
     * the next heartbeat: a change just after its time must not cost the team its week.
     */
    async plan(team: TeamId, now: number): Promise<void> {
      for (const kind of ['prompt', 'opening'] as const) await planKind(team, kind, now);
      await reviveClosing(team);
      await forgetIfGone(team);
    },

    /** Plans the closing of an open pulse, at its instant and not otherwise. */
    async planClosing(team: TeamId, instant: number): Promise<void> {
      await store.write(team, 'closing', instant);
      await forgetIfGone(team);
    },

    /**
     * Plans when to put the team's calendar right. Written *before* a team is changed: whoever dies between the change
     * and the plan that follows from it leaves this behind.
     */
    planUpkeep: (team: TeamId, instant: number): Promise<void> => store.write(team, 'upkeep', instant),

    /** Plans it anew where somebody has taken it meanwhile, before there was anything to put right. */
    async planUpkeepAgain(team: TeamId, instant: number): Promise<void> {
      // Another instant, and so another slot: the one that was taken may still be running.
      if ((await store.next(team)).upkeep !== instant) await store.write(team, 'upkeep', instant + 1);
    },

    forget,

    /** What people will see next, in ms; a kind that is off is absent. */
    async next(team: TeamId): Promise<{ readonly [kind in SeenKind]?: number }> {
      const { upkeep: _, ...seen } = await store.next(team);
      return seen;
    },

    /** The team's last prompt that was posted, or may have been. */
    lastPrompt: async (team: TeamId): Promise<RecordedSlot | undefined> =>
      lastPosted(await store.records(team), 'prompt'),

    ...createSlotSending({ ...deps, agendaOf: async (team) => (await standingOf(team))?.agenda }),
  };

  /**
   * Hands a slot on, or says why not. Put first, replaced second: a crash in between puts it twice, never not at all.
   * Whether it may run is asked here, and again by the worker that takes it.
   */
  async function takeOne(
    slot: Slot,
    now: number,
    enqueue: (slot: Slot) => Promise<void>,
  ): Promise<Refusal | undefined> {
    const agenda = (await standingOf(slot.team))?.agenda;
    const refused = refusalOf(slot, agenda, now);
    if (refused === undefined) await enqueue(slot);
    const next = nextAfter(slot, agenda, { now, isRun: refused === undefined });
    await store.move(slot.team, slot.kind, slot.instant, next);
    return refused;
  }

  /** What was promised is read before the agenda: a heartbeat in between has moved it, and we look again. */
  async function planKind(team: TeamId, kind: RhythmicKind, now: number): Promise<void> {
    for (;;) {
      const promised = (await store.next(team))[kind];
      const agenda = (await standingOf(team))?.agenda;
      if (agenda === undefined) return;
      const next = replan({ agenda, kind, promised, now });
      if (next === promised || (await store.move(team, kind, promised, next))) return;
    }
  }

  /**
   * The calendar first, the record second: a crash in between is made good by the next plan. Where another closing is
   * planned, that one comes first, for without it its pulse would stay open.
   */
  async function reviveClosing(team: TeamId): Promise<void> {
    const { agenda, slots = [] } = (await standingOf(team)) ?? {};
    if (!agenda?.canPost) return;
    for (const { kind, instant, record } of slots) {
      if (kind !== 'closing' || record.state !== 'not-sent' || !needsMending(record.reason)) continue;
      const isPlanned = await store.move(team, 'closing', undefined, instant);
      if (!isPlanned && (await store.next(team)).closing !== instant) return;
      await store.mark({ team, kind, instant }, { state: 'planned' }, ['not-sent']);
    }
  }
}
