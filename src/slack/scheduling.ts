import type { WebClient } from '@slack/web-api';
import { SECOND } from '../duration.ts';
import type { Message } from './block-kit.ts';
import { answeredCode, type FailedPost, outcomeOfError } from './outcome.ts';

/** Where a message is to be posted. `channel`: an id, of direct messages too (`D…`), but of no person. */
export type ScheduledPlace = {
  readonly channel: string;
  /** The `ts` of the message that it is a reply to. */
  readonly thread?: string;
};

/** What became of a message that Slack is to post later. Of `unknown` nobody knows whether it will come. */
export type ScheduleOutcome = { readonly kind: 'scheduled'; readonly id: string } | FailedPost;

/** `too-late`: it was posted or taken back already, or is about to be posted. */
export type UnscheduleOutcome = { readonly kind: 'unscheduled' | 'too-late' } | FailedPost;

/**
 * Lets Slack post a message at an instant (ms). Slack refuses the past, more than 120 days, and the 31st within five
 * minutes in a channel. Source: docs.slack.dev, chat.scheduleMessage.
 */
export async function schedule(
  client: WebClient,
  { channel, thread }: ScheduledPlace,
  at: number,
  { text, blocks }: Message,
): Promise<ScheduleOutcome> {
  const reply = thread === undefined ? {} : { thread_ts: thread };
  const when = { post_at: Math.ceil(at / SECOND) };
  try {
    const { scheduled_message_id: id } = await client.chat.scheduleMessage({
      ...{ channel, ...when, ...reply, text, blocks },
      ...{ unfurl_links: false, unfurl_media: false },
    });
    return id === undefined ? { kind: 'unknown', code: 'no_id' } : { kind: 'scheduled', id };
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** Takes back a scheduled message by its id. */
export async function unschedule(client: WebClient, channel: string, id: string): Promise<UnscheduleOutcome> {
  try {
    await client.chat.deleteScheduledMessage({ channel, scheduled_message_id: id });
    return { kind: 'unscheduled' };
  } catch (error) {
    if (answeredCode(error) === 'invalid_scheduled_message_id') return { kind: 'too-late' };
    return outcomeOfError(error);
  }
}
