import type { Locale } from '../../src/locale.ts';
import type { TeamId } from '../../src/team-id.ts';
import type { Services } from '../services.ts';

/** A shortcut that somebody chose, with everything its handler may use. */
export type ShortcutContext = {
  /** Where the message stands; without a channel where the shortcut was chosen from anywhere. */
  readonly team: TeamId;
  readonly user: string;
  /** What the channel is spoken to in, or the installation's language. It never rejects. */
  readonly locale: Promise<Locale>;
  /** Opens forms; lives for 3 seconds. */
  readonly triggerId: string;
  /** The text of the message it was chosen at, as Slack writes it; '' for a shortcut from anywhere. */
  readonly text: string;
  readonly services: Services;
};

export type Shortcut = (context: ShortcutContext) => Promise<void>;
