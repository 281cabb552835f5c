import type { Clock } from '../../src/ports.ts';

/** A trigger lives three seconds. Source: docs.slack.dev, "Handling user interaction". */
const LIFETIME = 3_000;

export type Triggers = {
  /** A trigger for one interaction (with a modal, if `viewId` names one); goes into its payload as `trigger_id`. */
  readonly issue: (viewId?: string) => string;
  /** Uses a trigger up; Slack's code when that may not be. A trigger this did not issue always works. */
  readonly use: (triggerId: string) => string | undefined;
  /** The modal that the interaction was with. */
  readonly viewOf: (triggerId: string) => string | undefined;
};

/** The triggers given out with interactions: each opens one modal, within three seconds. */
export function triggers(options: { readonly clock: Clock }): Triggers {
  const issued = new Map<
    string,
    { readonly at: number; readonly viewId?: string | undefined; used: boolean }
  >();
  return {
    issue: (viewId) => {
      const id = `1${issued.size}.2.trigger`;
      issued.set(id, { at: options.clock.now(), viewId, used: false });
      return id;
    },
    use: (triggerId) => {
      const trigger = issued.get(triggerId);
      if (!trigger) return undefined;
      if (trigger.used) return 'exchanged_trigger_id';
      if (options.clock.now() - trigger.at > LIFETIME) return 'expired_trigger_id';
      trigger.used = true;
      return undefined;
    },
    viewOf: (triggerId) => issued.get(triggerId)?.viewId,
  };
}
