import type { CalendarService, SendResult } from '../calendar/calendar-service.ts';
import type { Slot } from '../calendar/slot.ts';
import type { Random } from '../ports.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { Prompt } from './prompt.ts';
import type { PromptsStore } from './prompts-store.ts';
import { promptMessage } from './prompts-view.ts';
import { drawPrompt, peekPrompt } from './rotation.ts';

export type PromptsDeps = {
  readonly store: PromptsStore;
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  readonly catalogue: readonly Prompt[];
  readonly random: Random;
};

export type PromptsService = ReturnType<typeof createPromptsService>;

/** The weekly question: choosing and posting it. */
export function createPromptsService(deps: PromptsDeps) {
  const { store, teams, calendar, gateway, catalogue, random } = deps;
  const worldOf = (team: Team) => ({ catalogue, random, tracks: team.settings.tracks });

  return {
    /** Posts the prompt of a slot, once. */
    async post(slot: Slot): Promise<SendResult | 'no-team'> {
      const team = await teams.find(slot.team);
      if (team === undefined) return 'no-team';
      // Before the sending begins: a store that fails here leaves a slot that can be tried again.
      const { prompt } = await store.update(team.id, (now) => drawPrompt(now, slot.instant, worldOf(team)));
      return calendar.sendOnce(slot, () => gateway.post(team.id.channel, promptMessage(prompt)));
    },

    /** The prompt that comes next. Settles the order of the bag it will come from. */
    async preview(team: Team): Promise<Prompt> {
      return (await store.update(team.id, (now) => peekPrompt(now, worldOf(team)))).prompt;
    },
  };
}
