import type { HomeTeam } from '../../src/home/home-team.ts';
import type { Settings, TeamState } from '../../src/team/team.ts';
import { longest } from '../readout/samples.ts';
import { enrolled, team } from '../team/teams.ts';

/** The longest name that Slack lets a channel have. */
export const longName = (number: number): string => `${String(number).padStart(3, '0')}${'x'.repeat(77)}`;

/** A manager's team with all that can stand on the Home tab. */
export function homeTeam(
  number: number,
  fields: Partial<HomeTeam> = {},
  state: Partial<TeamState> = {},
  chosen: Partial<Settings> = {},
): HomeTeam {
  return {
    team: { ...team(state, chosen), id: { workspace: 'TWORK', channel: `C${number}` } },
    name: longName(number),
    isManager: true,
    next: { prompt: enrolled, opening: enrolled, closing: enrolled },
    pause: null,
    summary: longest(),
    trend: { counter: 'asks', direction: 'up' },
    ...fields,
  };
}

/** So many of them. */
export const homeTeams = (count: number, fields: Partial<HomeTeam> = {}): readonly HomeTeam[] =>
  Array.from({ length: count }, (_, at) => homeTeam(at, fields));
