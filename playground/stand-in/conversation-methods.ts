import { type Answer, accept, type MethodCall, refuse, textArgument } from './answer.ts';
import { page } from './paging.ts';
import { type Channel, directChannel, type Workspace } from './workspace.ts';

/** `conversations.*` as far as the app could want them. */
export const conversationMethods = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
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
  const { members: ids, ...rest } = channel;
  const counted =
    call.arguments.include_num_members === 'true' || call.arguments.include_num_members === true;
  return accept({
    channel: {
      ...rest,
      is_channel: !channel.is_im,
      is_group: false,
      is_mpim: false,
      is_shared: channel.is_ext_shared,
      is_member: ids.includes(call.workspace.bot.userId),
      ...(counted ? { num_members: ids.length } : {}),
      ...(channel.is_im ? { user: ids.find((id) => id !== call.workspace.bot.userId) } : {}),
    },
  });
}

function members(call: MethodCall): Answer {
  const channel = visibleChannel(call.workspace, textArgument(call, 'channel'));
  if (!channel) return refuse('channel_not_found');
  const found = page(call, channel.members);
  if (!found) return refuse('invalid_cursor');
  return accept({ members: found.items, response_metadata: { next_cursor: found.nextCursor } });
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
