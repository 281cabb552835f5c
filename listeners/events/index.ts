import { channelArchived, channelUnarchived } from './archive.ts';
import type { EventHandler } from './event.ts';
import { homeOpened } from './home-opened.ts';
import { botLeft, memberJoined, memberLeft } from './membership.ts';

/** Slack's event → handler. The manifest subscribes to exactly these (tested). */
export const eventRoutes: { readonly [event: string]: EventHandler } = {
  app_home_opened: homeOpened,
  channel_archive: channelArchived,
  channel_left: botLeft,
  channel_unarchive: channelUnarchived,
  group_archive: channelArchived,
  group_left: botLeft,
  group_unarchive: channelUnarchived,
  member_joined_channel: memberJoined,
  member_left_channel: memberLeft,
};
