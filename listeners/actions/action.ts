import type { Locale } from '../../src/locale.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import type { TeamId } from '../../src/team-id.ts';
import type { Services } from '../services.ts';

/** A pressed button, with everything its handler may use. */
export type ActionContext = {
  readonly team: TeamId;
  readonly user: string;
  /**
   * The language of the button where it says so, as answers do; else what the channel is spoken to in, or the
   * installation's language outside channels. It never rejects.
   */
  readonly locale: Promise<Locale>;
  readonly value: string;
  /** The message that carries the button; '' elsewhere. */
  readonly messageTs: string;
  /** The block of buttons that it is one of: its id, and what all of them carry, in a row. '' on other surfaces. */
  readonly buttons: { readonly id: string; readonly carry: string };
  readonly triggerId: string;
  /** The modal that carries the button: its id and what it carries along. Absent elsewhere. */
  readonly modal: { readonly id: string; readonly metadata: string } | undefined;
  /** The Home tab that carries the button. Absent elsewhere. */
  readonly home: { readonly metadata: string } | undefined;
  /** Answers privately, next to what was pressed. */
  readonly reply: (message: Message) => Promise<void>;
  /** Replaces the private message whose button was pressed. */
  readonly replace: (message: Message) => Promise<void>;
  readonly services: Services;
};

export type Action = (context: ActionContext) => Promise<void>;
