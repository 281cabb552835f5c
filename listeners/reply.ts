import type { RespondFn } from '@slack/bolt';
import type { Message } from '../src/slack/block-kit.ts';

/** Answers privately over the interaction's response_url; the message that was pressed stays as it is. */
export function replier(respond: RespondFn): (message: Message) => Promise<void> {
  return async (message) => {
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
  };
}

/** Replaces the private message whose button was pressed. */
export function replacer(respond: RespondFn): (message: Message) => Promise<void> {
  return async (message) => {
    await respond({ response_type: 'ephemeral', replace_original: true, ...message });
  };
}
