import type { Locale } from '../locale.ts';
import type { Clock } from '../ports.ts';
import { StoreError } from '../redis/store-error.ts';
import type { Gateway } from '../slack/gateway.ts';
import { isManager, subjects, type Team } from '../team/team.ts';
import type { Who } from '../team/team-change.ts';
import type { TeamService } from '../team/team-service.ts';
import type { ReadoutStore } from './readout-store.ts';
import type { Wording } from './readout-view.ts';
import { type Changed, type ChangeProblems, type EnteredChange, readChange } from './what-changed.ts';
import { changedMessage } from './what-changed-view.ts';

export type WhatChangedDeps = {
  readonly store: Pick<ReadoutStore, 'keepChanged'>;
  readonly teams: Pick<TeamService, 'find'>;
  readonly gateway: Pick<Gateway, 'post'>;
  readonly clock: Clock;
  readonly wordingOf: (question: string, locale: Locale) => Wording;
};

export type WhatChangedRefusal =
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'not-manager'; readonly managers: readonly string[] };

/** How a request to tell the team ended. Everything but `posted` means: nothing was posted. */
export type WhatChangedOutcome =
  /** `isHeard`: false where Slack did not say whether it was posted. `isKept`: whether its date is kept. */
  | { readonly kind: 'posted'; readonly isHeard: boolean; readonly isKept: boolean }
  | { readonly kind: 'invalid'; readonly problems: ChangeProblems }
  | { readonly kind: 'not-posted'; readonly code: string }
  | { readonly kind: 'store-away' }
  | WhatChangedRefusal;

export type WhatChangedService = ReturnType<typeof createWhatChangedService>;

/** A manager tells the team what was changed. The words go to the channel; only their date and question are kept. */
export function createWhatChangedService(deps: WhatChangedDeps) {
  const { store, teams, gateway, clock, wordingOf } = deps;

  return {
    /** The questions that the form offers, for somebody who may post. */
    async open(
      who: Who,
    ): Promise<
      { readonly kind: 'open'; readonly team: Team; readonly questions: Titles } | WhatChangedRefusal
    > {
      const team = await allowed(who);
      return 'kind' in team ? team : { kind: 'open', team, questions: titlesOf(team) };
    },

    /** Posts it, once. What is wrong with it, or with whoever wants to, is looked at first. */
    async tell(who: Who, entered: EnteredChange): Promise<WhatChangedOutcome> {
      const team = await allowed(who).catch(storeAway);
      if ('kind' in team) return team;
      const titles = titlesOf(team);
      const change = readChange(
        entered,
        titles.map(({ id }) => id),
      );
      if ('problems' in change) return { kind: 'invalid', problems: change.problems };
      const { question, text } = change;
      const title = titles.find(({ id }) => id === question)?.title ?? '';
      const message = changedMessage({ by: who.by, title, text }, team.settings.locale);
      const posted = await gateway.post(team.id.channel, message);
      if (posted.kind !== 'sent' && posted.kind !== 'unknown')
        return { kind: 'not-posted', code: posted.code };
      const isKept = await keep(team, { at: clock.now(), question });
      return { kind: 'posted', isHeard: posted.kind === 'sent', isKept };
    },
  };

  /** The team, where the person manages it. */
  async function allowed({ id, by }: Who): Promise<Team | WhatChangedRefusal> {
    const team = await teams.find(id);
    if (team === undefined) return { kind: 'not-enrolled' };
    return isManager(team, by) ? team : { kind: 'not-manager', managers: team.settings.managers };
  }

  function titlesOf({ settings: { questions, locale } }: Team): Titles {
    const ids = [...new Set(subjects.map((subject) => questions[subject]))];
    return ids.map((id) => ({ id, title: wordingOf(id, locale).question.title }));
  }

  /** It has been posted: that it cannot be kept must not have it posted again. */
  async function keep({ id }: Team, change: Changed): Promise<boolean> {
    return store.keepChanged(id, change).catch((error: unknown) => {
      if (error instanceof StoreError) return false;
      throw error;
    });
  }
}

type Titles = readonly { readonly id: string; readonly title: string }[];

function storeAway(error: unknown): { readonly kind: 'store-away' } {
  if (error instanceof StoreError) return { kind: 'store-away' };
  throw error;
}
