import type { Locale } from '../locale.ts';
import { actions, button, line, type Message, section } from '../slack/block-kit.ts';
import { teamWords } from './words/index.ts';

export const confirmRemovalAction = 'confirm-removal';
export const keepTeamAction = 'keep-team';

/** The confirmation before a team is removed. */
export function removalQuestion(locale: Locale): Message {
  const { removal: words } = teamWords(locale);
  const question = words.question(words.stays);
  const confirm = { ...button(words.confirm, confirmRemovalAction, 'remove'), style: 'danger' as const };
  const keep = button(words.keep, keepTeamAction, 'keep');
  return { text: question, blocks: [section(question), actions('removal', [confirm, keep])] };
}

/** The private answer once it is done. */
export function removedSentence(locale: Locale): string {
  const { removal: words } = teamWords(locale);
  return words.done(words.stays);
}

export const kept = (locale: Locale): Message => line(teamWords(locale).removal.kept);
