import type { TeamId } from '../team-id.ts';
import type { ChannelProblem } from './channel-check.ts';
import type { Settings, Team } from './team.ts';

/** How a request to change a team ended. Everything but `done` means: nothing was changed. */
export type Change =
  /** `isHeard`: false where Slack did not say whether the announcement was posted. */
  | { readonly kind: 'done'; readonly team: Team; readonly isHeard: boolean }
  | { readonly kind: 'unchanged' | 'not-enrolled' | 'already-enrolled' | 'changed-meanwhile' }
  | { readonly kind: 'not-manager'; readonly managers: readonly string[] }
  | { readonly kind: 'threshold-lowered'; readonly threshold: number }
  | { readonly kind: 'nothing-to-skip' }
  | { readonly kind: 'channel'; readonly problem: ChannelProblem }
  | { readonly kind: 'not-announced'; readonly code: string };

/** Which team a request is about, and whose it is. */
export type Who = { readonly id: TeamId; readonly by: string };

/** How many people became managers or stopped being so: each changes who is polled. */
export function managerChanges(before: Settings, after: Settings): number {
  const came = after.managers.filter((user) => !before.managers.includes(user));
  const went = before.managers.filter((user) => !after.managers.includes(user));
  return came.length + went.length;
}
