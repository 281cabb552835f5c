import { answerAction } from '../../src/pulse/pulse-view.ts';
import { confirmRemovalAction, keepTeamAction } from '../../src/team/removal-view.ts';
import type { Action } from './action.ts';
import { answerPulse } from './answer-pulse.ts';
import { confirmRemoval, keepTeam } from './removal.ts';

/** Action id (up to the first dot) → handler. A new button is one line here. */
export const actionRoutes: { readonly [actionId: string]: Action } = {
  [answerAction]: answerPulse,
  [confirmRemovalAction]: confirmRemoval,
  [keepTeamAction]: keepTeam,
};
