import type { CalendarService, SendResult } from '../calendar/calendar-service.ts';
import type { Slot } from '../calendar/slot.ts';
import { weekAround } from '../calendar/week.ts';
import type { Locale } from '../locale.ts';
import type { Clock, Random } from '../ports.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { Subject, Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import { deepestAt } from './depth.ts';
import { drawable } from './own-prompt.ts';
import type { OwnPromptsStore } from './own-prompts-store.ts';
import type { AnyPrompt, Prompt } from './prompt.ts';
import type { PromptsStore } from './prompts-store.ts';
import { postedPrompt } from './prompts-view.ts';
import { type Draw, deferPrompt, drawPrompt, peekPrompt, type World } from './rotation.ts';

export type PromptsDeps = {
  readonly store: PromptsStore;
  /** The prompts in the team's own words. */
  readonly own: Pick<OwnPromptsStore, 'read'>;
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  /** Every prompt in a language, with the same ids in each. */
  readonly catalogueIn: (locale: Locale) => readonly Prompt[];
  readonly clock: Clock;
  readonly random: Random;
  /** What the team's last readouts were heavy about, as published. Wired in app.ts: readouts stand elsewhere. */
  readonly heavySubjects: (team: Team) => Promise<readonly Subject[]>;
};

export type PromptsService = ReturnType<typeof createPromptsService>;

/** For a slot that is under way or over: sends nothing, and lets the queue try again should it be planned after all. */
const notNow = async () => ({ kind: 'not-sent', code: 'settled-meanwhile' }) as const;

/** The weekly question: choosing and posting it. */
export function createPromptsService(deps: PromptsDeps) {
  const { store, own, teams, calendar, gateway, catalogueIn, random, clock, heavySubjects } = deps;

  return {
    /**
     * Posts the prompt of a slot, once. A repeated job posts the same one, in the words in force now, or another
     * where it was removed: repeated is only what certainly never reached the channel.
     */
    async post(slot: Slot): Promise<SendResult | 'no-team'> {
      const team = await teams.find(slot.team);
      if (team === undefined) return 'no-team';
      // A slot that is settled needs no prompt: drawing one instead of a removed one would lose it.
      if ((await calendar.record(slot)).state !== 'planned') return calendar.sendOnce(slot, notNow);
      // Before the sending begins: a store that fails here leaves a slot that can be tried again.
      const world = await worldOf(team, slot.instant);
      const { prompt } = await store.update(team.id, (now) => drawPrompt(now, slot.instant, world));
      const { timezone, locale } = team.settings;
      const post = () => gateway.post(team.id.channel, postedPrompt(prompt, team.id.channel, locale));
      const result = await calendar.sendOnce(slot, post, weekAround(slot.instant, timezone));
      // Settings that changed while it waited may have planned another one in its week.
      await calendar.plan(team.id, clock.now());
      return result;
    },

    /** The prompt that comes next, and why. Settles the order of the bag it will come from. */
    async preview(team: Team): Promise<Pick<Draw<AnyPrompt>, 'prompt' | 'reason'>> {
      const world = await worldOf(team, await nextInstant(team));
      return store.update(team.id, (now) => peekPrompt(now, world));
    },

    /**
     * Puts the prompt of the slot at `instant` (ms), which was skipped, at the end of its bag: it comes back later.
     * The instant is told, for the next slot may lie in a week in which others may come.
     */
    async defer(team: Team, instant: number): Promise<void> {
      const world = await worldOf(team, instant);
      await store.update(team.id, (now) => deferPrompt(now, world));
    },
  };

  async function worldOf(team: Team, instant: number): Promise<World<AnyPrompt>> {
    const { tracks, locale } = team.settings;
    const deepest = deepestAt(instant, team.enrolledAt);
    const all = [...catalogueIn(locale), ...(await own.read(team.id)).map(drawable)];
    return { catalogue: all, random, tracks, deepest, heavy: await heavySubjects(team) };
  }

  async function nextInstant(team: Team): Promise<number> {
    return (await calendar.next(team.id)).prompt ?? clock.now();
  }
}
