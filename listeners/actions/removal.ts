import { kept, removedSentence } from '../../src/team/removal-view.ts';
import { replyToChange } from '../reply-to-change.ts';
import type { Action } from './action.ts';

/** The second yes: deletes everything about the team. */
export const confirmRemoval: Action = async (context) => {
  const { team, user, locale, services, replace } = context;
  // Before the team is gone, and its language with it.
  const spoken = await locale;
  const change = await services.teams.remove({ id: team, by: user });
  return replyToChange(context, { change, done: removedSentence(spoken), locale: spoken }, replace);
};

export const keepTeam: Action = async ({ locale, replace }) => replace(kept(await locale));
