import type { HomeView } from '@slack/types';
import type { Locale } from '../locale.ts';
import { type CustodyKind, promise, THRESHOLD_FLOOR } from '../promise.ts';
import { type Summary, summaryParts } from '../readout/summary-view.ts';
import { context, dateToken, divider, header, section } from '../slack/block-kit.ts';
import type { Team } from '../team/team.ts';
import { homeWords } from './words/index.ts';

export type HomeTeam = {
  readonly team: Team;
  /** Next instants in ms. */
  readonly next: { readonly prompt?: number; readonly opening?: number };
  /** Absent for someone who may not read it. */
  readonly summary: Summary | undefined;
};

/** Slack takes 100 blocks; a team needs up to 6, the frame 5. */
const MOST_TEAMS = 11;

/**
 * The Home tab: the person's teams, what comes next, and the summaries they may read. Each team is spoken of in its
 * own language, what stands around them is said in `locale`.
 */
export function homeView(teams: readonly HomeTeam[], custody: CustodyKind, locale: Locale): HomeView {
  const words = homeWords(locale);
  const shown = teams.slice(0, MOST_TEAMS);
  const more = teams.length - shown.length;
  return {
    type: 'home',
    blocks: [
      header('Many Hands'),
      section(teams.length === 0 ? words.noTeams : words.about),
      ...shown.flatMap(teamBlocks),
      ...(more > 0 ? [context(words.more(more))] : []),
      divider,
      context(promise(THRESHOLD_FLOOR, custody, locale)),
    ],
  };
}

function teamBlocks({ team, next, summary }: HomeTeam): HomeView['blocks'] {
  const { timezone, locale } = team.settings;
  const words = homeWords(locale);
  const when = (instant: number | undefined) =>
    instant === undefined ? words.nonePlanned : dateToken(instant, timezone, locale);
  const plan = `*<#${team.id.channel}>*\n${words.plan(when(next.prompt), when(next.opening))}`;
  const parts = summary === undefined ? [] : summaryParts(summary, team.settings);
  return [divider, section(plan), ...parts.map(section)];
}
