import type { Button, KnownBlock } from '@slack/types';
import { cutText } from '../cut-text.ts';
import { practiceButtons } from '../practice/practice-buttons.ts';
import { practiceSentence } from '../practice/practice-trend-view.ts';
import { partsOfMessage } from '../readout/summary-view.ts';
import { changedButton } from '../readout/what-changed-view.ts';
import { actions, button, dateToken, divider, section } from '../slack/block-kit.ts';
import { troubleLines } from '../team/team-view.ts';
import type { HomeTeam } from './home-team.ts';
import { homeWords } from './words/index.ts';

/** Buttons of a team's managers; the value is the channel. */
export const settingsAction = 'home-settings';
export const previewAction = 'home-preview';
export const pauseAction = 'home-pause';
export const resumeAction = 'home-resume';

/** One team's part of the Home tab, in the team's language. */
export function teamBlocks(shown: HomeTeam): readonly KnownBlock[] {
  const { team, isManager } = shown;
  const buttons = isManager ? [actions(`home.${team.id.channel}`, managerButtons(shown))] : [];
  return [
    divider,
    section(standing(shown)),
    ...practices(shown),
    ...findings(shown).map(section),
    ...buttons,
  ];
}

/** What the summary says, in the same words. */
function findings({ team, summary, trend }: HomeTeam): readonly string[] {
  if (summary === undefined) return [];
  return partsOfMessage(summary, team.settings, practiceSentence(trend, team.settings.locale));
}

/** What anybody in the team can do at once; not where nothing can be posted. */
function practices({ team, name }: HomeTeam): readonly KnownBlock[] {
  if (team.suspended !== null) return [];
  const { elements, ...block } = practiceButtons(team.id.channel, team.settings.locale);
  return [
    { ...block, elements: elements.map((one) => (one.type === 'button' ? ofChannel(one, name) : one)) },
  ];
}

/** What comes next, and what keeps it from coming. */
function standing({ team, next, pause }: HomeTeam): string {
  const { timezone, locale } = team.settings;
  const words = homeWords(locale);
  const when = (instant: number | undefined) =>
    instant === undefined ? words.nonePlanned : dateToken(instant, timezone, locale);
  return [
    `*<#${team.id.channel}>*`,
    words.plan(when(next.prompt), when(next.opening)),
    ...(next.closing === undefined ? [] : [words.open(when(next.closing))]),
    ...troubleLines(team, pause),
    ...(team.settings.managers.length === 0 ? [words.noManagers(`<#${team.id.channel}>`)] : []),
  ].join('\n');
}

function managerButtons({ team, name, pause }: HomeTeam): Button[] {
  const { channel } = team.id;
  const { locale } = team.settings;
  const words = homeWords(locale).buttons;
  const isRunning = pause === null && team.suspended === null;
  const rest = isRunning
    ? button(words.pause, pauseAction, channel)
    : button(words.resume, resumeAction, channel);
  return [
    button(words.settings, settingsAction, channel),
    button(words.preview, previewAction, channel),
    rest,
    ...(team.suspended === null ? [changedButton(team.id, locale)] : []),
  ].map((one) => ofChannel(one, name));
}

/** Slack takes 75 characters of a label. */
const LONGEST_LABEL = 75;

/** The same button for screen readers, which meet it once for each team: with the channel's name. */
const ofChannel = (given: Button, name: string): Button => ({
  ...given,
  accessibility_label: cutText(`${given.text.text}, #${name}`, LONGEST_LABEL),
});
