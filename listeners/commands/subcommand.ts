import type { Message } from '../../src/slack/block-kit.ts';
import type { TeamId } from '../../src/team-id.ts';
import type { Services } from '../services.ts';

/** A subcommand as it was typed, with everything it may use. */
export type CommandContext = {
  readonly team: TeamId;
  readonly user: string;
  /** The words after the subcommand's name. */
  readonly words: readonly string[];
  /** Opens forms; lives for 3 seconds. */
  readonly triggerId: string;
  /** Answers privately. */
  readonly reply: (message: Message) => Promise<void>;
  readonly services: Services;
};

/** One row of the table: the help is made from the same rows that route. */
export type Subcommand = {
  readonly name: string;
  /** What may follow the name, for the help. */
  readonly takes?: string;
  readonly help: string;
  readonly run: (context: CommandContext) => Promise<void>;
};
