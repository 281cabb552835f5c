import type { MethodCall } from './answer.ts';
import { place, type Scheduled, type Workspace } from './workspace.ts';

/**
 * Posts what was scheduled for a time that has passed, the earliest first. Where the bot cannot write any more it is
 * lost, as at Slack.
 */
export function deliverDue(workspace: Workspace, time: Pick<MethodCall, 'now' | 'nextTimestamp'>): void {
  const isDue = ({ post_at }: Scheduled) => post_at * 1_000 <= time.now();
  const due = workspace.scheduled.filter(isDue).sort((one, other) => one.post_at - other.post_at);
  if (due.length === 0) return;
  workspace.scheduled = workspace.scheduled.filter((message) => !isDue(message));
  for (const { id: _, post_at: __, channel, ...content } of due) {
    if (!canPostTo(workspace, channel)) continue;
    place(workspace, channel, { ts: time.nextTimestamp(), user: workspace.bot.userId, ...content });
  }
}

function canPostTo({ channels, bot, users }: Workspace, id: string): boolean {
  const channel = channels.get(id);
  if (channel === undefined || channel.is_archived || !channel.members.includes(bot.userId)) return false;
  return !channel.is_im || channel.members.every((member) => users.get(member)?.deleted !== true);
}
