import type { WebClient } from '@slack/web-api';
import { answeredCode, needsMending } from './outcome.ts';

export type ChannelInfo = {
  readonly name: string;
  readonly hasBot: boolean;
  readonly isArchived: boolean;
  /** Shared with another company (Slack Connect) or across workspaces, or about to be. */
  readonly isShared: boolean;
  /** A direct message, with one person or several. */
  readonly isDirect: boolean;
};

/** Codes with which Slack says that the app cannot see the channel. */
const UNSEEN = new Set(['channel_not_found', 'missing_scope']);

/**
 * Reads a channel with `conversations.info`. `undefined`: the app cannot see it (a private channel without the
 * bot, or a direct message). Other errors are thrown.
 */
export async function channelInfo(client: WebClient, channel: string): Promise<ChannelInfo | undefined> {
  try {
    const { channel: found = {} } = await client.conversations.info({ channel });
    return {
      name: found.name ?? channel,
      hasBot: found.is_member === true,
      isArchived: found.is_archived === true,
      isShared:
        found.is_ext_shared === true || found.is_pending_ext_shared === true || found.is_org_shared === true,
      isDirect: found.is_im === true || found.is_mpim === true,
    };
  } catch (error) {
    if (UNSEEN.has(answeredCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** Why nothing can be posted to a channel, as the code that posting would give. Errors that do not tell are thrown. */
export async function problemAt(client: WebClient, channel: string): Promise<string | undefined> {
  try {
    const info = await channelInfo(client, channel);
    if (info === undefined) return 'channel_not_found';
    if (info.isArchived) return 'is_archived';
    return info.hasBot ? undefined : 'not_in_channel';
  } catch (error) {
    const code = answeredCode(error);
    if (code !== undefined && needsMending(code)) return code;
    throw error;
  }
}

/** A channel, and what it is called, without the sign before it. */
export type NamedChannel = { readonly id: string; readonly name: string };

/** The channels that a person is in and the app can see, archived ones too (`users.conversations`). */
export async function channelsOf(client: WebClient, user: string): Promise<readonly NamedChannel[]> {
  const found: NamedChannel[] = [];
  let cursor = '';
  do {
    const page = await client.users.conversations({
      user,
      types: 'public_channel,private_channel',
      limit: 999,
      ...(cursor ? { cursor } : {}),
    });
    for (const { id, name = '' } of page.channels ?? []) if (id !== undefined) found.push({ id, name });
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return found;
}
