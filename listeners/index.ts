import type { AllMiddlewareArgs, AnyMiddlewareArgs, App } from '@slack/bolt';
import { createActionListener } from './actions/listen.ts';
import { createCommandListener } from './commands/listen.ts';
import { createEventListener } from './events/listen.ts';
import type { Services } from './services.ts';
import { createShortcutListener } from './shortcuts/listen.ts';
import { listenToSurprises, type SurpriseDeps } from './surprise.ts';
import { createTracker, type Track } from './track.ts';
import { createViewListener } from './views/listen.ts';

/** Opens every door that people come in through. Returns a promise maker for "all work that was begun is done". */
export function openDoors(
  app: App,
  services: Services,
  deps: SurpriseDeps,
): { readonly settled: () => Promise<void> } {
  const { track, settled } = createTracker();
  app.use(createListener(services, track));
  listenToSurprises(app, deps);
  return { settled };
}

/**
 * One listener for everything that comes, with a table behind each kind. Bolt would try each listener it has on
 * whatever comes, in a chain of its own: a third of what an answer cost.
 */
function createListener(services: Services, track: Track) {
  const onAction = createActionListener(services, track);
  const onCommand = createCommandListener(services, track);
  const onView = createViewListener(services, track);
  const onShortcut = createShortcutListener(services, track);
  const onEvent = createEventListener(services, track);
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    if ('action' in args) return onAction(args);
    if ('command' in args) return onCommand(args);
    if ('view' in args) return onView(args);
    if ('shortcut' in args) return onShortcut(args);
    if ('event' in args) return onEvent(args);
    // Menus that load their options: no form has one.
    if ('ack' in args) await args.ack();
  };
}
