import type { Clock } from '../../src/ports.ts';

/** A trigger lives three seconds. Source: docs.slack.dev, "Handling user interaction". */
const LIFETIME = 3_000;

export type Triggers = {
  /** A trigger for one interaction; goes into its payload as `trigger_id`. */
  readonly issue: () => string;
  /** Uses a trigger up; Slack's code when that may not be. A trigger this did not issue always works. */
  readonly use: (triggerId: string) => string | undefined;
};

/** The triggers given out with interactions: each opens one modal, within three seconds. */
export function triggers(options: { readonly clock: Clock }): Triggers {
  const issued = new Map<string, { readonly at: number; used: boolean }>();
  return {
    issue: () => {
      const id = `1${issued.size}.2.trigger`;
      issued.set(id, { at: options.clock.now(), used: false });
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
  };
}
