import { z } from 'zod';
import type { EventHandler } from './event.ts';

const archive = z.object({ channel: z.string() });

/** The channel was archived: nothing can be posted until it is back and someone resumes. */
export const channelArchived: EventHandler = async ({ workspace, event, services }) => {
  const { channel } = archive.parse(event);
  await services.teams.setSuspended({ workspace, channel }, 'is_archived');
};
