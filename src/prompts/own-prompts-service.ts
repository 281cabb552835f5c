import type { Locale } from '../locale.ts';
import type { Random } from '../ports.ts';
import type { Gateway } from '../slack/gateway.ts';
import { mayManage, type Team } from '../team/team.ts';
import type { Who } from '../team/team-change.ts';
import type { TeamService } from '../team/team-service.ts';
import { type EnteredWords, newOwnId } from './own-prompt.ts';
import {
  type Decision,
  type OwnPrompts,
  type Seen,
  withAdded,
  withEdited,
  withRemoved,
  withUndone,
} from './own-prompts.ts';
import type { OwnPromptsStore } from './own-prompts-store.ts';
import { announcement, type OwnPromptsStep } from './own-prompts-view.ts';
import type { Prompt } from './prompt.ts';

export type OwnPromptsDeps = {
  readonly store: OwnPromptsStore;
  readonly teams: Pick<TeamService, 'find'>;
  readonly gateway: Pick<Gateway, 'post'>;
  readonly random: Random;
  /** Every prompt in a language: the team's own must not repeat what it gets anyway. */
  readonly libraryIn: (locale: Locale) => readonly Prompt[];
};

export type Refusal =
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'not-manager'; readonly managers: readonly string[] };

/** How a request to change a team's own prompts ended. Everything but `done` means: nothing was changed. */
export type OwnPromptsChange =
  /** `isHeard`: false where Slack did not say whether the announcement was posted. */
  | { readonly kind: 'done'; readonly isHeard: boolean }
  | Exclude<Decision, { kind: 'done' }>
  | Refusal
  | { readonly kind: 'not-announced'; readonly code: string };

/** A team with its own prompts, the oldest first. */
export type OwnPromptsList = {
  readonly kind: 'list';
  readonly team: Team;
  readonly prompts: OwnPrompts;
};

export type OwnPromptsService = ReturnType<typeof createOwnPromptsService>;

/**
 * The prompts in a team's own words, for its managers. A change is announced in the channel (without the words, which
 * would give the prompt away), and undone where Slack refuses the announcement.
 */
export function createOwnPromptsService(deps: OwnPromptsDeps) {
  const { store, teams, gateway, random, libraryIn } = deps;

  return {
    /** All of them, for somebody who may change them. */
    async list(who: Who): Promise<OwnPromptsList | Refusal> {
      const team = await managedBy(who);
      if ('kind' in team) return team;
      return { kind: 'list', team, prompts: await store.read(who.id) };
    },

    /** One more. Of several at once each is added, up to the limit. */
    add: (who: Who, entered: EnteredWords): Promise<OwnPromptsChange> =>
      change(who, 'added', (now, library) => withAdded(now, entered, { id: newOwnId(random), library })),

    /** New words for the one that was `seen`. */
    edit: (who: Who, seen: Seen, entered: EnteredWords): Promise<OwnPromptsChange> =>
      change(who, 'edited', (now, library) => withEdited(now, entered, { seen, library })),

    /** One less; it never comes again. */
    remove: (who: Who, id: string): Promise<OwnPromptsChange> =>
      change(who, 'removed', (now) => withRemoved(now, id)),
  };

  async function change(
    who: Who,
    step: OwnPromptsStep,
    decide: (now: OwnPrompts, library: readonly Prompt[]) => Decision,
  ): Promise<OwnPromptsChange> {
    const team = await managedBy(who);
    if ('kind' in team) return team;
    const { locale } = team.settings;
    const decision = await store.update(who.id, (now) => decide(now, libraryIn(locale)));
    if (decision === 'no-team') return { kind: 'not-enrolled' };
    if (decision.kind !== 'done') return decision;
    // The channel has heard of the removal: nothing more to say, and nothing is left.
    if ((await teams.find(who.id)) === undefined) return { kind: 'not-enrolled' };
    const posted = await gateway.post(who.id.channel, announcement(step, who.by, locale));
    if (posted.kind === 'sent') return { kind: 'done', isHeard: true };
    if (posted.kind === 'unknown') return { kind: 'done', isHeard: false };
    await store.update(who.id, (now) => withUndone(now, decision.step));
    return { kind: 'not-announced', code: posted.code };
  }

  async function managedBy({ id, by }: Who): Promise<Team | Refusal> {
    const team = await teams.find(id);
    if (team === undefined) return { kind: 'not-enrolled' };
    return mayManage(team, by) ? team : { kind: 'not-manager', managers: team.settings.managers };
  }
}
