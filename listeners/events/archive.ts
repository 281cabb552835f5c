import { z } from 'zod';
import type { EventHandler } from './event.ts';

const archive = z.object({ channel: z.string() });

/** The channel was archived: nothing can be posted until it is back, and the bot in it. */
export const channelArchived: EventHandler = async ({ workspace, event, services }) => {
  const { channel } = archive.parse(event);
  await services.teams.setSuspended({ workspace, channel }, 'is_archived');
};

/** The channel is back. Archiving takes bots out of it, so most likely the bot has to be invited now. */
export const channelUnarchived: EventHandler = async ({ workspace, event, services }) => {
  const { channel } = archive.parse(event);
  await services.teams.lookAfter({ workspace, channel });
};
