import type { Services } from '../services.ts';

/** An event of Slack's, as far as our handlers need it. */
export type EventContext = {
  readonly workspace: string;
  /** The app's own user id. */
  readonly bot: string;
  /** The event's fields as they came. */
  readonly event: unknown;
  readonly services: Services;
};

export type EventHandler = (context: EventContext) => Promise<void>;
