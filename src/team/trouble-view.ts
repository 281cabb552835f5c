import type { Locale } from '../locale.ts';
import { dateToken, line, type Message } from '../slack/block-kit.ts';
import { showsWhenMended } from '../slack/outcome.ts';
import type { Team } from './team.ts';
import { teamWords } from './words/index.ts';

/** What each of Slack's codes means for a channel. Any other is about the app itself. */
const meanings = new Map<string, 'notInChannel' | 'notSeen' | 'archived' | 'restricted'>([
  ['not_in_channel', 'notInChannel'],
  ['channel_not_found', 'notSeen'],
  ['is_archived', 'archived'],
  ['restricted_action', 'restricted'],
  ['restricted_action_read_only_channel', 'restricted'],
]);

/** Why nothing is posted, what to do, and how things go on. */
export function troubleWith(code: string, locale: Locale): string {
  const { trouble: words } = teamWords(locale);
  return `${causeOf(code, locale)} ${showsWhenMended(code) ? words.goesOn : words.resume}`;
}

/** Why nothing is posted and what to do, without how prompts and pulses go on. */
export const causeOf = (code: string, locale: Locale): string =>
  teamWords(locale).trouble[meanings.get(code) ?? 'app'];

/** The direct message to each manager of a team that was suspended. */
export function stoppedNotice({ id, settings: { locale } }: Team, code: string): Message {
  return line(teamWords(locale).trouble.notice(`<#${id.channel}>`, troubleWith(code, locale)));
}

/** In `status`: a prompt of which nobody knows whether it was posted. */
export function probablyPosted(instant: number, { settings: { timezone, locale } }: Team): string {
  return teamWords(locale).status.probablyPosted(dateToken(instant, timezone, locale));
}
