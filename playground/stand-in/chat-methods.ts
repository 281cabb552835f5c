import { type Answer, accept, type MethodCall, refuse, textArgument } from './answer.ts';
import { type Content, checkedContent } from './content.ts';
import { visibleChannel } from './conversation-methods.ts';
import { type Channel, directChannel, type Message, place } from './workspace.ts';

/** `chat.*`: what the app says. */
export const chatMethods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.getPermalink': permalink,
};

function postMessage(call: MethodCall): Answer {
  const channel = writable(call, textArgument(call, 'channel'));
  if (typeof channel === 'string') return refuse(channel);
  const content = checkedContent(call.arguments, { takesCharts: call.workspace.takesCharts });
  if ('error' in content) return refuse(content.error, content.messages);
  const message = posted(call, channel, content);
  return accept({ channel: channel.id, ts: message.ts, message: shown(call, message) });
}

function postEphemeral(call: MethodCall): Answer {
  const channel = writable(call, textArgument(call, 'channel'));
  if (typeof channel === 'string') return refuse(channel);
  const to = textArgument(call, 'user');
  if (!channel.members.includes(to)) return refuse('user_not_in_channel');
  const content = checkedContent(call.arguments, { takesCharts: call.workspace.takesCharts });
  if ('error' in content) return refuse(content.error, content.messages);
  const ts = call.nextTimestamp();
  call.workspace.ephemerals.push({
    ts,
    to,
    channel: channel.id,
    user: call.workspace.bot.userId,
    ...content,
  });
  return accept({ message_ts: ts });
}

function update(call: MethodCall): Answer {
  const channel = visibleChannel(call.workspace, textArgument(call, 'channel'));
  if (!channel) return refuse('channel_not_found');
  const ts = textArgument(call, 'ts');
  const message = call.workspace.messages.get(channel.id)?.find((candidate) => candidate.ts === ts);
  if (!message) return refuse('message_not_found');
  if (message.user !== call.workspace.bot.userId) return refuse('cant_update_message');
  if (channel.is_archived) return refuse('is_inactive');
  // Leaving `blocks` out of an update takes the old ones away: the new content is the whole content.
  const content = checkedContent(call.arguments, {
    longestText: 4_000,
    takesCharts: call.workspace.takesCharts,
  });
  if ('error' in content) return refuse(content.error, content.messages);
  Object.assign(message, content, { edited: { ts: call.nextTimestamp() } });
  return accept({ channel: channel.id, ts, text: content.text, message: shown(call, message) });
}

/** Of any message in a channel that the bot sees; it needs no scope. */
function permalink(call: MethodCall): Answer {
  const channel = visibleChannel(call.workspace, textArgument(call, 'channel'));
  if (!channel) return refuse('channel_not_found');
  const ts = textArgument(call, 'message_ts');
  const isThere = call.workspace.messages.get(channel.id)?.some((message) => message.ts === ts) === true;
  if (!isThere) return refuse('message_not_found');
  const place = `${channel.id}/p${ts.replace('.', '')}`;
  return accept({ channel: channel.id, permalink: `https://many-hands.slack.com/archives/${place}` });
}

/**
 * The channel a message may be posted to, or Slack's code for why not. A user id means that person's direct
 * messages with the app, which `chat:write` alone may open.
 */
export function writable(call: MethodCall, id: string): Channel | string {
  const { workspace } = call;
  const user = workspace.users.get(id);
  if (user) return user.deleted || user.is_bot ? 'channel_not_found' : directChannel(workspace, id);
  const channel = visibleChannel(workspace, id);
  if (!channel) return 'channel_not_found';
  if (channel.is_archived) return 'is_archived';
  return channel.members.includes(workspace.bot.userId) ? channel : 'not_in_channel';
}

function posted(call: MethodCall, channel: Channel, content: Content): Message {
  const thread = textArgument(call, 'thread_ts');
  const message = {
    ts: call.nextTimestamp(),
    user: call.workspace.bot.userId,
    ...content,
    ...(thread === '' ? {} : { thread_ts: thread }),
  };
  place(call.workspace, channel.id, message);
  return message;
}

function shown({ workspace }: MethodCall, message: Message): Readonly<Record<string, unknown>> {
  const { bot, team } = workspace;
  return { type: 'message', bot_id: bot.botId, app_id: bot.appId, team: team.id, ...message };
}
