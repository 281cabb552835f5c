import type { SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { locales } from '../../src/locale.ts';
import type { TeamId } from '../../src/team-id.ts';
import { repliesTo } from '../reply.ts';
import type { Services } from '../services.ts';
import { handlerOf } from '../table.ts';
import type { Track } from '../track.ts';
import { buttonsAround, pressedBlocks } from './buttons-around.ts';
import { actionRoutes } from './index.ts';

/** What we read of a press; everything else in the payload is left alone. */
const press = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), blocks: pressedBlocks }).optional(),
  container: z.object({ message_ts: z.string().optional() }).optional(),
  view: z.object({ id: z.string(), type: z.string(), private_metadata: z.string().default('') }).optional(),
  trigger_id: z.string().default(''),
  response_url: z.string().default(''),
});

/** For every button: ack at once, whatever it is, then the table. */
export function createActionListener(services: Services, track: Track) {
  return async ({ action, body, ack }: SlackActionMiddlewareArgs): Promise<void> => {
    await ack();
    const [name, , spoken] = 'action_id' in action ? String(action.action_id).split('.') : [];
    const handler = handlerOf(actionRoutes, name);
    const parsed = press.safeParse(body);
    if (handler === undefined || !parsed.success)
      return services.log.warn('A button without a handler was pressed');
    const { user, team, channel, message, container, view, trigger_id: triggerId } = parsed.data;
    const id = { workspace: team?.id ?? user.team_id ?? '', channel: channel?.id ?? '' };
    const context = {
      team: id,
      user: user.id,
      locale: languageOf(spoken, channel && id, services),
      value: 'value' in action && typeof action.value === 'string' ? action.value : '',
      messageTs: message?.ts ?? container?.message_ts ?? '',
      buttons: buttonsAround(message?.blocks ?? [], 'block_id' in action ? action.block_id : ''),
      triggerId,
      modal: view?.type === 'modal' ? { id: view.id, metadata: view.private_metadata } : undefined,
      home: view?.type === 'home' ? { metadata: view.private_metadata } : undefined,
      ...repliesTo(services, parsed.data.response_url),
      services,
    };
    await track(handler(context));
  };
}

/** What a button says of its language itself; else the team's, or the installation's outside channels. */
async function languageOf(spoken: string | undefined, team: TeamId | undefined, services: Services) {
  const known = locales.find((locale) => locale === spoken);
  if (known !== undefined) return known;
  return team === undefined ? services.locale : services.teams.localeOf(team);
}
