import { distance } from 'fastest-levenshtein';
import { cutText } from '../../src/cut-text.ts';
import type { Locale } from '../../src/locale.ts';
import { escapeText } from '../../src/slack/block-kit.ts';
import { listenersWords } from '../words/index.ts';
import { helpMessage } from './help.ts';
import { subcommands } from './index.ts';
import type { TypedCommand } from './subcommand.ts';

/** How many letters a word may be away from a subcommand to be taken for it in the suggestion. */
const NEAR = 3;

/** Runs the subcommand that `text` begins with; unknown words get the closest one and the help. */
export async function runCommand(text: string, typed: Omit<TypedCommand, 'words'>): Promise<void> {
  const { team, services, reply } = typed;
  const [word = 'help', ...words] = text.trim().split(/\s+/).filter(Boolean);
  const found = subcommands.find(({ name }) => name === word.toLowerCase());
  if (found !== undefined && 'runAtOnce' in found) return found.runAtOnce({ ...typed, words });
  const locale = await services.teams.localeOf(team);
  if (found === undefined) return reply(helpMessage(subcommands, locale, suggestion(word, locale)));
  if (found.name === 'help') return reply(helpMessage(subcommands, locale));
  return found.run({ ...typed, words, locale });
}

function suggestion(word: string, locale: Locale): string {
  const { help: say } = listenersWords(locale);
  const near = subcommands
    .map(({ name }) => ({ name, away: distance(word.toLowerCase(), name) }))
    .sort((one, other) => one.away - other.away)[0];
  const typed = escapeText(cutText(word, 40));
  if (near === undefined || near.away > NEAR) return say.unknown(typed);
  return say.near(typed, near.name);
}
