import { findButton, type Press } from './buttons.ts';
import type { ControlApi } from './control-api.ts';
import { type Message, readMessages } from './shapes.ts';
import { until } from './until.ts';

export type ChannelDeps = {
  readonly api: ControlApi;
  readonly appId: string;
  readonly slashCommand: string;
  readonly timeout: number;
};

type Matches = (message: Message) => boolean;

/** What a member does and sees in a channel. Users and channels are ids. */
export function channelVerbs({ api, appId, slashCommand, timeout }: ChannelDeps) {
  const messages = async (channel: string): Promise<readonly Message[]> =>
    readMessages(await api.get(`messages/${channel}`));
  const ephemerals = async (user: string, channel: string): Promise<readonly Message[]> =>
    (await messages(channel)).filter((message) => message.ephemeral_to === user);
  const publicly = async (channel: string): Promise<readonly Message[]> =>
    (await messages(channel)).filter((message) => message.ephemeral_to === undefined);

  return {
    /** Types the slash command with this text. */
    command: (user: string, channel: string, text: string) =>
      api.post('command', { user, channel, command: slashCommand, text, appId }),

    /** Says something in a channel, or in a thread. */
    say: (user: string, channel: string, text: string, threadTs?: string) =>
      api.post('message', { user, channel, text, thread_ts: threadTs }),

    /** Presses a button the message really has; its own block id and value go along. */
    press: async (user: string, channel: string, messageTs: string, actionId: string, value?: string) => {
      const message = (await messages(channel)).find((each) => each.ts === messageTs);
      const action = findButton(message?.blocks, actionId, value);
      await api.post('interact', { user, channel, messageTs, action });
    },

    /** Sends a press that nobody could make: foreign messages, invented buttons, tampered values. */
    forge: (user: string, channel: string, messageTs: string, action: Press) =>
      api.post('interact', { user, channel, messageTs, action }),

    /** Deletes a message, as its author. Works for private lines too. */
    takeAway: (channel: string, messageTs: string, author: string) =>
      api.post('delete-message', { user: author, channel, ts: messageTs }),

    /** Everything in the channel in order, thread replies and everybody's private lines included. */
    messages,

    /** The private lines that only this person would see in Slack. */
    ephemerals,

    /** Waits for a message that anybody in the channel can see. */
    message: (channel: string, what: string, matches: Matches): Promise<Message> =>
      until(what, async () => (await publicly(channel)).find(matches), { timeout }),

    /** Waits for a private line to this person. */
    ephemeral: (user: string, channel: string, what: string, matches: Matches): Promise<Message> =>
      until(what, async () => (await ephemerals(user, channel)).find(matches), { timeout }),
  };
}
