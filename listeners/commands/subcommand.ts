import type { Locale } from '../../src/locale.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import type { ChartedMessage } from '../../src/slack/chart.ts';
import type { Offered } from '../../src/slack/response-url.ts';
import type { TeamId } from '../../src/team-id.ts';
import type { Services } from '../services.ts';
import type { ListenersWords } from '../words/en.ts';

/** A subcommand as it was typed, with everything it may use but a language. */
export type TypedCommand = {
  readonly team: TeamId;
  readonly user: string;
  /** The words after the subcommand's name. */
  readonly words: readonly string[];
  /** Opens forms; lives for 3 seconds. */
  readonly triggerId: string;
  /** Answers privately. */
  readonly reply: (message: Message) => Promise<void>;
  /** The same with charts, which Slack may not take: then nothing was said. */
  readonly offer: (message: ChartedMessage) => Promise<Offered>;
  readonly services: Services;
};

export type CommandContext = TypedCommand & {
  /** What the channel is spoken to in: its team's language, or the installation's. */
  readonly locale: Locale;
};

/** One row of the table: the help is made from the same rows that route, with a line of words for each. */
export type Subcommand = {
  readonly name: keyof ListenersWords['help']['subcommands'];
  /** What may follow the name, for the help. */
  readonly takes?: string;
} & (
  | { readonly run: (context: CommandContext) => Promise<void> }
  /** For one that reads the team together with what it shows, and so need not wait to be told its language. */
  | { readonly runAtOnce: (command: TypedCommand) => Promise<void> }
);
