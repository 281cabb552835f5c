import type { ChannelInfo } from '../slack/channel-info.ts';

export type ChannelProblem = 'direct-message' | 'not-visible' | 'archived' | 'shared' | 'bot-missing';

/** Why a channel cannot be a team, or `undefined` if it can. `info` is `undefined` where Slack shows nothing. */
export function channelProblem(channel: string, info: ChannelInfo | undefined): ChannelProblem | undefined {
  if (channel.startsWith('D') || info?.isDirect) return 'direct-message';
  if (info === undefined) return 'not-visible';
  if (info.isArchived) return 'archived';
  if (info.isShared) return 'shared';
  return info.hasBot ? undefined : 'bot-missing';
}
