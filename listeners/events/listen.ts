import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Services } from '../services.ts';
import { handlerOf } from '../table.ts';
import type { Track } from '../track.ts';
import { eventRoutes } from './index.ts';

/** For every event of the table. Who acks, and when: `src/slack/deliveries.ts`. */
export function createEventListener(services: Services, track: Track) {
  return async ({ event, body, context }: SlackEventMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const handler = handlerOf(eventRoutes, event.type);
    if (handler === undefined) return;
    await track(handler({ workspace: body.team_id, bot: context.botUserId ?? '', event, services }));
  };
}
