import type { App } from '@slack/bolt';
import { listenToActions } from './actions/listen.ts';
import { listenToCommands } from './commands/listen.ts';
import { listenToEvents } from './events/listen.ts';
import type { Services } from './services.ts';
import { listenToSurprises, type SurpriseDeps } from './surprise.ts';
import { createTracker } from './track.ts';
import { listenToViews } from './views/listen.ts';

/**
 * Opens every door that people come in through. Each Bolt listener costs time on every event, so there is one per
 * kind, with a table behind it. Returns a promise maker for "all work that was begun is done".
 */
export function openDoors(
  app: App,
  services: Services,
  deps: SurpriseDeps,
): { readonly settled: () => Promise<void> } {
  const { track, settled } = createTracker();
  listenToCommands(app, services, track);
  listenToActions(app, services, track);
  listenToViews(app, services, track);
  listenToEvents(app, services, track);
  listenToSurprises(app, deps);
  return { settled };
}
