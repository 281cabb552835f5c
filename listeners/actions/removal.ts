import { kept, removedSentence } from '../../src/team/removal-view.ts';
import { changeReply } from '../../src/team/team-view.ts';
import type { Action } from './action.ts';

/** The second yes: deletes everything about the team. */
export const confirmRemoval: Action = async ({ team, user, locale, services, replace }) => {
  // Before the team is gone, and its language with it.
  const spoken = await locale;
  const change = await services.teams.remove({ id: team, by: user });
  return replace(changeReply(change, removedSentence(spoken), spoken));
};

export const keepTeam: Action = async ({ locale, replace }) => replace(kept(await locale));
