import type { Locale } from '../../src/locale.ts';
import { context, type Message, section } from '../../src/slack/block-kit.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** The row that the router answers itself, since only it knows the whole table. */
export const help: Subcommand = {
  name: 'help',
  run: async () => undefined,
};

/** The short help, with a first line where there is something to say before it. */
export function helpMessage(subcommands: readonly Subcommand[], locale: Locale, before?: string): Message {
  const { about, subcommands: lines } = listenersWords(locale).help;
  const rows = subcommands.map(
    ({ name, takes }) => `*/hands ${[name, takes].filter(Boolean).join(' ')}*: ${lines[name]}`,
  );
  return {
    text: [before, ...rows, about].filter(Boolean).join('\n'),
    blocks: [...(before ? [section(before)] : []), section(rows.join('\n')), context(about)],
  };
}
