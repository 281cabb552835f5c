import { SECOND } from '../../src/duration.ts';
import type { RecordedCall } from '../stand-in/stand-in.ts';
import type { Workspace } from '../stand-in/workspace.ts';

/** What Slack posted by itself, since it had been asked to earlier, and when (ms). */
export type LaterPost = {
  readonly at: number;
  readonly channel: string;
  readonly text: string;
  /** The message that it is a reply to. */
  readonly thread: string | undefined;
};

/** Everything in the workspace that was posted for nobody's call at that instant, the oldest first. */
export function laterPosts(workspace: Workspace, calls: readonly RecordedCall[]): readonly LaterPost[] {
  const asked = new Set(
    calls
      .filter(({ method, outcome }) => method === 'chat.scheduleMessage' && outcome === 'ok')
      .map(({ arguments: { post_at, channel, text } }) => `${post_at} ${channel} ${text}`),
  );
  return [...workspace.messages]
    .flatMap(([channel, messages]) =>
      messages.map(({ ts, text, thread_ts: thread }) => {
        return { at: Math.floor(Number(ts)) * SECOND, channel, text, thread };
      }),
    )
    .filter(({ at, channel, text }) => asked.has(`${at / SECOND} ${channel} ${text}`))
    .sort((one, other) => one.at - other.at);
}
