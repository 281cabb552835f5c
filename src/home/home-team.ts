import type { SeenKind } from '../calendar/slot.ts';
import type { PracticeTrend } from '../practice/counts.ts';
import type { Summary } from '../readout/summary-view.ts';
import type { Team } from '../team/team.ts';

/** A team as one person sees it on their Home tab. */
export type HomeTeam = {
  readonly team: Team;
  /** What the channel is called, without the sign before it. */
  readonly name: string;
  readonly isManager: boolean;
  /** Next instants in ms; a kind that is not planned is absent. */
  readonly next: { readonly [kind in SeenKind]?: number };
  /** The pause in force. */
  readonly pause: Team['pause'];
  /** Absent for someone who may not read it. */
  readonly summary: Summary | undefined;
  /** How asks and hand-overs develop, which belongs to the summary; absent where there is nothing to say. */
  readonly trend: PracticeTrend | undefined;
};

/**
 * First the teams where something has to be done that this person can do (mend what stopped, take over where nobody
 * manages), then those that they manage, then the others. Where there are too many for one page, it is the ones to read that stand on the next.
 */
export function inOrder(teams: readonly HomeTeam[]): readonly HomeTeam[] {
  return teams.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

function rank({ team, isManager }: HomeTeam): number {
  if (team.settings.managers.length === 0) return 0;
  if (!isManager) return 2;
  return team.suspended === null ? 1 : 0;
}

/** Whether the team is of use to the person: one in an archived channel is to those alone who can bring it back. */
export const isShown = ({ team, isManager }: HomeTeam): boolean =>
  isManager || team.suspended?.code !== 'is_archived';
