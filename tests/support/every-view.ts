import { helpMessage } from '../../listeners/commands/help.ts';
import { subcommands } from '../../listeners/commands/index.ts';
import { listenersWords } from '../../listeners/words/index.ts';
import type { Locale } from '../../src/locale.ts';
import { changeViews } from './every-view-of-changes.ts';
import { homeViews } from './every-view-of-home.ts';
import { practiceViews } from './every-view-of-practice.ts';
import { promptViews } from './every-view-of-prompts.ts';
import { pulseViews } from './every-view-of-pulses.ts';
import { readoutViews } from './every-view-of-readouts.ts';
import { teamViews } from './every-view-of-teams.ts';
import { lines, messages, type View } from './view.ts';

/**
 * Everything the app can show, in a language: a new view is one line in the list of its room. What differs only by the
 * entry of `content/` is looked at entry by entry in `scripts/content/block-kit.ts`.
 */
export const everyView = (locale: Locale): readonly View[] => [
  ...teamViews(locale),
  ...practiceViews(locale),
  ...promptViews(locale),
  ...pulseViews(locale),
  ...readoutViews(locale),
  ...changeViews(locale),
  ...homeViews(locale),
  ...doorViews(locale),
];

function doorViews(locale: Locale): readonly View[] {
  const words = listenersWords(locale);
  const help = helpMessage(subcommands, locale, words.help.unknown('nonsense'));
  return [...messages({ 'the help': help }), ...lines(words)];
}
