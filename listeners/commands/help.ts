import { context, type Message, section } from '../../src/slack/block-kit.ts';
import type { Subcommand } from './subcommand.ts';

/** The row that the router answers itself, since only it knows the whole table. */
export const help: Subcommand = {
  name: 'help',
  help: 'this list',
  run: async () => undefined,
};

/** The short help, with a first line where there is something to say before it. */
export function helpMessage(subcommands: readonly Subcommand[], before?: string): Message {
  const rows = subcommands.map(
    ({ name, takes, help: what }) => `*/hands ${[name, takes].filter(Boolean).join(' ')}*: ${what}`,
  );
  const about =
    'One question a week about sharing work, and one anonymous pulse. Everything a command says is only for you.';
  return {
    text: [before, ...rows, about].filter(Boolean).join('\n'),
    blocks: [...(before ? [section(before)] : []), section(rows.join('\n')), context(about)],
  };
}
