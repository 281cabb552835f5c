import type { SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { handlerOf } from '../table.ts';
import type { Track } from '../track.ts';
import { shortcutRoutes } from './index.ts';

/** What we read of a shortcut; everything else in the payload is left alone. */
const chosen = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ text: z.string().optional() }).optional(),
});

/** For every shortcut: ack at once, whatever it is, then the table. */
export function createShortcutListener(services: Services, track: Track) {
  return async ({ shortcut, body, ack }: SlackShortcutMiddlewareArgs): Promise<void> => {
    await ack();
    const handler = handlerOf(shortcutRoutes, shortcut.callback_id);
    const parsed = chosen.safeParse(body);
    if (handler === undefined || !parsed.success)
      return services.log.warn('A shortcut without a handler was chosen');
    const { user, team, channel, message, trigger_id: triggerId } = parsed.data;
    const id = { workspace: team?.id ?? user.team_id ?? '', channel: channel?.id ?? '' };
    const locale = channel === undefined ? Promise.resolve(services.locale) : services.teams.localeOf(id);
    const text = message?.text ?? '';
    await track(handler({ team: id, user: user.id, locale, triggerId, text, services }));
  };
}
