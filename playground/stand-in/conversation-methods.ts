import { type Answer, accept, type MethodCall, refuse, textArgument } from './answer.ts';
import { page } from './paging.ts';
import { type Channel, directChannel, type Workspace } from './workspace.ts';

/** Everything about channels, `users.conversations` included. */
export const conversationMethods = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
  'users.conversations': conversationsOf,
};

/**
 * The channel as the bot may see it. A private channel or somebody else's direct message without the bot does
 * not exist for it.
 */
export function visibleChannel(workspace: Workspace, id: string): Channel | undefined {
  const channel = workspace.channels.get(id);
  const isOpen = channel && !channel.is_private && !channel.is_im;
  return isOpen || channel?.members.includes(workspace.bot.userId) ? channel : undefined;
}

function info(call: MethodCall): Answer {
  const channel = visibleChannel(call.workspace, textArgument(call, 'channel'));
  if (!channel) return refuse('channel_not_found');
  const counted = isSet(call, 'include_num_members') ? { num_members: channel.members.length } : {};
  return accept({ channel: { ...seen(call.workspace, channel), ...counted } });
}

function seen({ bot }: Workspace, { members: ids, ...channel }: Channel): Readonly<Record<string, unknown>> {
  return {
    ...channel,
    is_channel: !channel.is_im,
    is_group: false,
    is_mpim: false,
    is_shared: channel.is_ext_shared,
    is_member: ids.includes(bot.userId),
    ...(channel.is_im ? { user: ids.find((id) => id !== bot.userId) } : {}),
  };
}

function members(call: MethodCall): Answer {
  const channel = visibleChannel(call.workspace, textArgument(call, 'channel'));
  if (!channel) return refuse('channel_not_found');
  const found = page(call, channel.members);
  if (!found) return refuse('invalid_cursor');
  return accept({ members: found.items, response_metadata: { next_cursor: found.nextCursor } });
}

/** Only what the bot sees of what the person is in: all their public channels, and the private ones they share. */
function conversationsOf(call: MethodCall): Answer {
  const { workspace } = call;
  const user = textArgument(call, 'user') || workspace.bot.userId;
  if (!workspace.users.has(user)) return refuse('user_not_found');
  const types = (textArgument(call, 'types') || 'public_channel').split(',');
  const wanted = [...workspace.channels.values()]
    .filter((channel) => channel.members.includes(user) && visibleChannel(workspace, channel.id) === channel)
    .filter((channel) => types.includes(kindOf(channel)))
    .filter((channel) => !(isSet(call, 'exclude_archived') && channel.is_archived));
  const found = page(call, wanted);
  if (!found) return refuse('invalid_cursor');
  const channels = found.items.map((channel) => seen(workspace, channel));
  return accept({ channels, response_metadata: { next_cursor: found.nextCursor } });
}

function kindOf(channel: Channel): string {
  if (channel.is_im) return 'im';
  return channel.is_private ? 'private_channel' : 'public_channel';
}

function isSet(call: MethodCall, name: string): boolean {
  return call.arguments[name] === true || call.arguments[name] === 'true';
}

function open(call: MethodCall): Answer {
  const ids = textArgument(call, 'users').split(',').filter(Boolean);
  const [id] = ids;
  if (id === undefined) return refuse('users_list_not_supplied');
  if (ids.length > 1) return refuse('too_many_users');
  const user = call.workspace.users.get(id);
  if (!user) return refuse('user_not_found');
  if (user.deleted) return refuse('user_disabled');
  return accept({ channel: { id: directChannel(call.workspace, id).id } });
}
