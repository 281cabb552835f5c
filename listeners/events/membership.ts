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
  if (team === undefined) await services.gateway.post(channel, hello());
  else await services.teams.setSuspended(id, null);
};

/** The bot was removed: stop the team until it is back. A manager left: they manage no more. */
export const memberLeft: EventHandler = async ({ workspace, bot, event, services }) => {
  const { user, channel } = membership.parse(event);
  const id = { workspace, channel };
  if (user === bot) await services.teams.setSuspended(id, 'not_in_channel');
  else await services.teams.memberLeft(id, user);
};
