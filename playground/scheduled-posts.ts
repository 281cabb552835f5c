import { DAY, SECOND } from '../src/duration.ts';
import type { Clock } from '../src/ports.ts';

type Answer = { readonly ok: boolean; readonly [field: string]: unknown };
type Scheduled = { readonly id: string; readonly channel: string; readonly at: number; readonly post: Post };

/** Posts the message of a request that was kept. */
export type Post = () => Promise<unknown>;

/** Source of the bounds: docs.slack.dev, chat.scheduleMessage and chat.deleteScheduledMessage. */
const FARTHEST = 120 * DAY;
const TOO_LATE = 60 * SECOND;

/** What Slack posts by itself later, and local-slack cannot: kept here until the playground's own time has come. */
export function createScheduledPosts({ clock }: { readonly clock: Clock }) {
  let waiting: readonly Scheduled[] = [];
  let count = 0;

  return {
    /** What `chat.scheduleMessage` answers. `post` is done once `post_at` (s) is over. */
    schedule(asked: URLSearchParams, post: Post): Answer {
      const channel = asked.get('channel') ?? '';
      const at = Number(asked.get('post_at')) * SECOND;
      if (at <= clock.now()) return { ok: false, error: 'time_in_past' };
      if (at - clock.now() > FARTHEST) return { ok: false, error: 'time_too_far' };
      count += 1;
      const id = `Q${String(count).padStart(8, '0')}`;
      waiting = [...waiting, { id, channel, at, post }];
      return { ok: true, channel, scheduled_message_id: id, post_at: at / SECOND };
    },

    /** What `chat.deleteScheduledMessage` answers. */
    unschedule(asked: URLSearchParams): Answer {
      const [id, channel] = [asked.get('scheduled_message_id'), asked.get('channel')];
      const found = waiting.find((each) => each.id === id && each.channel === channel);
      if (found === undefined || found.at - clock.now() < TOO_LATE)
        return { ok: false, error: 'invalid_scheduled_message_id' };
      waiting = waiting.filter((each) => each !== found);
      return { ok: true };
    },

    /** Posts what is due by now, the earliest first. What cannot be posted any more is lost, as at Slack. */
    async deliverDue(): Promise<void> {
      const due = waiting.filter(({ at }) => at <= clock.now()).sort((one, other) => one.at - other.at);
      waiting = waiting.filter((each) => !due.includes(each));
      for (const { post } of due) await post().catch(() => undefined);
    },
  };
}

export type ScheduledPosts = ReturnType<typeof createScheduledPosts>;
