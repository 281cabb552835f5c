import { type Answer, accept, type MethodCall, refuse, textArgument } from './answer.ts';
import { writable } from './chat-methods.ts';
import { checkedContent } from './content.ts';

/** What Slack posts by itself later. Source: docs.slack.dev, chat.scheduleMessage and chat.deleteScheduledMessage. */
export const scheduleMethods = {
  'chat.scheduleMessage': scheduleMessage,
  'chat.deleteScheduledMessage': deleteScheduledMessage,
};

/** In seconds, as everything here. */
const FARTHEST = 120 * 24 * 60 * 60;
const WINDOW = 5 * 60;
const MOST_IN_A_WINDOW = 30;
/** What is posted sooner can no longer be taken back. */
const LAST_MINUTE = 60;

function scheduleMessage(call: MethodCall): Answer {
  const id = textArgument(call, 'channel');
  // Unlike chat.postMessage it takes no person: the id of their direct messages is needed.
  const channel = call.workspace.users.has(id) ? 'channel_not_found' : writable(call, id);
  if (typeof channel === 'string') return refuse(channel);
  const content = checkedContent(call.arguments);
  if ('error' in content) return refuse(content.error, content.messages);
  const at = Number(textArgument(call, 'post_at'));
  const refused = refusalOf(call, channel.id, at);
  if (refused !== undefined) return refuse(refused);
  const thread = textArgument(call, 'thread_ts');
  const reply = thread === '' ? {} : { thread_ts: thread };
  const message = { id: call.nextId('Q'), channel: channel.id, post_at: at, ...content, ...reply };
  call.workspace.scheduled = [...call.workspace.scheduled, message];
  return accept({ channel: channel.id, scheduled_message_id: message.id, post_at: at });
}

function refusalOf({ workspace, now }: MethodCall, channel: string, at: number): string | undefined {
  if (!Number.isInteger(at) || at <= 0) return 'invalid_time';
  const ahead = at - now() / 1_000;
  if (ahead <= 0) return 'time_in_past';
  if (ahead > FARTHEST) return 'time_too_far';
  const near = workspace.scheduled.filter(
    (other) => other.channel === channel && Math.abs(other.post_at - at) < WINDOW,
  );
  return near.length >= MOST_IN_A_WINDOW ? 'restricted_too_many' : undefined;
}

function deleteScheduledMessage(call: MethodCall): Answer {
  const { workspace, now } = call;
  const [channel, id] = [textArgument(call, 'channel'), textArgument(call, 'scheduled_message_id')];
  if (!workspace.channels.has(channel)) return refuse('channel_not_found');
  const found = workspace.scheduled.find((message) => message.id === id && message.channel === channel);
  if (found === undefined || found.post_at - now() / 1_000 < LAST_MINUTE)
    return refuse('invalid_scheduled_message_id');
  workspace.scheduled = workspace.scheduled.filter((message) => message !== found);
  return accept();
}
