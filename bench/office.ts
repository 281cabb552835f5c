import { createWorld, type World } from '../playground/world/world.ts';
import type { Log } from '../src/ports.ts';
import type { Place } from './place.ts';
import { type QuickSlack, startQuickSlack } from './slack/quick-slack.ts';

/** The whole app in this process, with real time and a quick Slack; its heart beats when it is told to. */
export type Office = {
  readonly slack: QuickSlack;
  readonly beat: World['app']['beat'];
  readonly close: () => Promise<void>;
};

/** What the app calls an error is one of the bench: it would measure something that does not work. */
const strict: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message, fields) => {
    throw new Error(`${message} (${fields?.code ?? 'no code'})`);
  },
};

export async function openOffice(place: Place): Promise<Office> {
  const slack = await startQuickSlack();
  const world = await createWorld({
    workspace: {},
    store: place.store,
    log: strict,
    config: { slackApiUrl: slack.apiUrl, keyDir: place.keyDir },
    ports: { clock: { now: () => Date.now() }, concurrency: 8 },
  });
  return {
    slack,
    beat: world.app.beat,
    async close() {
      await world.close();
      await slack.stop();
    },
  };
}
