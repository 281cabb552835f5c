import type { App } from '@slack/bolt';
import type { Services } from '../services.ts';
import type { Track } from '../track.ts';
import { eventRoutes } from './index.ts';

/** Wires each event of the table. Bolt acks before the handler runs. */
export function listenToEvents(app: App, services: Services, track: Track): void {
  for (const [name, handler] of Object.entries(eventRoutes)) {
    app.event(name, async ({ event, body, context }) => {
      await track(handler({ workspace: body.team_id, bot: context.botUserId ?? '', event, services }));
    });
  }
}
