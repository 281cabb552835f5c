import { channelArchived } from './archive.ts';
import type { EventHandler } from './event.ts';
import { homeOpened } from './home-opened.ts';
import { memberJoined, memberLeft } from './membership.ts';

/** Slack's event → handler. The manifest subscribes to exactly these (tested). */
export const eventRoutes: { readonly [event: string]: EventHandler } = {
  app_home_opened: homeOpened,
  channel_archive: channelArchived,
  group_archive: channelArchived,
  member_joined_channel: memberJoined,
  member_left_channel: memberLeft,
};
