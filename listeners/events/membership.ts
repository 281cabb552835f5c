import { z } from 'zod';
import { hello } from '../../src/team/team-announcements.ts';
import type { EventHandler } from './event.ts';

const membership = z.object({ user: z.string(), channel: z.string() });

/** The bot joined: greet a new channel, or go on where a team was stopped. A person joined: counted. */
export const memberJoined: EventHandler = async ({ workspace, bot, event, services }) => {
  const { user, channel } = membership.parse(event);
  const id = { workspace, channel };
  if (user !== bot) return services.teams.memberJoined(id);
  const team = await services.teams.find(id);
  if (team === undefined) await services.gateway.post(channel, hello(services.locale));
  else await services.teams.setSuspended(id, null);
};

/** Someone left. A manager who did manages no more. Slack does not tell the bot of its own leaving this way. */
export const memberLeft: EventHandler = async ({ workspace, bot, event, services }) => {
  const { user, channel } = membership.parse(event);
  if (user !== bot) await services.teams.memberLeft({ workspace, channel }, user);
};

const left = z.object({ channel: z.string() });

/** The bot was removed (`channel_left`, `group_left`): stop the team until it is back. */
export const botLeft: EventHandler = async ({ workspace, event, services }) => {
  const { channel } = left.parse(event);
  await services.teams.setSuspended({ workspace, channel }, 'not_in_channel');
};
