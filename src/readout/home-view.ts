import type { HomeView } from '@slack/types';
import { type CustodyKind, promise, THRESHOLD_FLOOR } from '../promise.ts';
import { context, dateToken, divider, header, section } from '../slack/block-kit.ts';
import type { Team } from '../team/team.ts';
import { type Summary, summaryParts } from './summary-view.ts';

export type HomeTeam = {
  readonly team: Team;
  /** Next instants in ms. */
  readonly next: { readonly prompt?: number; readonly opening?: number };
  /** Absent for someone who may not read it. */
  readonly summary: Summary | undefined;
};

/** Slack takes 100 blocks; a team needs up to 6, the frame 5. */
const MOST_TEAMS = 11;

/** The Home tab: the person's teams, what comes next, and the summaries they may read. */
export function homeView(teams: readonly HomeTeam[], custody: CustodyKind): HomeView {
  const shown = teams.slice(0, MOST_TEAMS);
  const more = teams.length - shown.length;
  return {
    type: 'home',
    blocks: [
      header('Many Hands'),
      section(
        teams.length === 0
          ? 'None of your channels uses Many Hands yet. Open the channel of your team and type */hands setup* there.'
          : 'One question a week about sharing work, and one anonymous pulse. Nobody has to answer.',
      ),
      ...shown.flatMap(teamBlocks),
      ...(more > 0 ? [context(`And ${more} more: type */hands summary* in their channels.`)] : []),
      divider,
      context(promise(THRESHOLD_FLOOR, custody)),
    ],
  };
}

function teamBlocks({ team, next, summary }: HomeTeam): HomeView['blocks'] {
  const { timezone } = team.settings;
  const when = (instant: number | undefined) =>
    instant === undefined ? 'none planned' : dateToken(instant, timezone);
  const plan = `*<#${team.id.channel}>*\nNext prompt: ${when(next.prompt)} · Next pulse: ${when(next.opening)}`;
  const parts = summary === undefined ? [] : summaryParts(summary, timezone);
  return [divider, section(plan), ...parts.map(section)];
}
