import { kept, REMOVED } from '../../src/team/removal-view.ts';
import { changeReply } from '../../src/team/team-view.ts';
import type { Action } from './action.ts';

/** The second yes: deletes everything about the team. */
export const confirmRemoval: Action = async ({ team, user, services, replace }) => {
  const change = await services.teams.remove({ id: team, by: user });
  return replace(changeReply(change, REMOVED));
};

export const keepTeam: Action = ({ replace }) => replace(kept());
