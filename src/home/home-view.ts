import type { HomeView, KnownBlock } from '@slack/types';
import type { Locale } from '../locale.ts';
import { type CustodyKind, promise, THRESHOLD_FLOOR } from '../promise.ts';
import { actions, button, context, divider, header, section } from '../slack/block-kit.ts';
import { homeMetadata } from './home-metadata.ts';
import { type HomeTeam, inOrder, isShown } from './home-team.ts';
import { teamBlocks } from './home-team-view.ts';
import { type Page, pageOf } from './pages.ts';
import { homeWords } from './words/index.ts';

/** With the direction after a dot; the value is the page to show. */
export const turnHomeAction = 'turn-home';

/** Slack takes 100 blocks, and what stands around the teams needs up to 7. */
const BLOCKS_OF_TEAMS = 92;

/**
 * The Home tab: the person's teams, what comes next, and the summaries they may read, page by page. Each team is spoken
 * of in its own language, what stands around them is said in `locale`.
 */
export function homeView(options: {
  readonly teams: readonly HomeTeam[];
  readonly custody: CustodyKind;
  readonly locale: Locale;
  /** The page that is asked for, from 0. */
  readonly page: number;
}): HomeView {
  const { custody, locale } = options;
  const words = homeWords(locale);
  const teams = inOrder(options.teams.filter(isShown)).map(teamBlocks);
  const weightOf = (blocks: readonly KnownBlock[]) => blocks.length;
  const page = pageOf(teams, options.page, { most: BLOCKS_OF_TEAMS, weightOf });
  return {
    type: 'home',
    private_metadata: homeMetadata(page.page),
    blocks: [
      header('Many Hands'),
      section(teams.length === 0 ? words.noTeams : words.about),
      ...page.items.flat(),
      ...turning(page, locale),
      divider,
      context(promise(THRESHOLD_FLOOR, custody, locale)),
    ],
  };
}

function turning({ page, pages }: Page<unknown>, locale: Locale): KnownBlock[] {
  if (pages < 2) return [];
  const words = homeWords(locale);
  const to = (text: string, direction: string, target: number) =>
    button(text, `${turnHomeAction}.${direction}`, String(target));
  const back = page > 0 ? [to(words.back, 'back', page - 1)] : [];
  const more = page < pages - 1 ? [to(words.more, 'more', page + 1)] : [];
  return [divider, context(words.page(page + 1, pages)), actions('turn-home', [...back, ...more])];
}
