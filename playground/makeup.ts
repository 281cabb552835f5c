import type { Clock } from '../src/ports.ts';
import type { Company } from './company.ts';
import { controlApi } from './control-api.ts';
import { deliveriesLikeSlack } from './deliveries.ts';
import { likeSlack } from './like-slack.ts';
import { startHttpRelay, startSocketRelay } from './relay.ts';
import { repeat } from './repeat.ts';
import { createScheduledPosts } from './scheduled-posts.ts';
import { readMessages } from './shapes.ts';

/**
 * Everything that makes up for what local-slack lacks or does differently, so that the app meets a Slack: on the way to
 * it (`fetch`), on the way back (the relays), and over time (messages for later).
 */
export async function startMakeup(options: {
  /** Where local-slack answers, or will. */
  readonly slackUrl: string;
  /** Where the app takes signed HTTP, and what local-slack signs with. */
  readonly appUrl: string;
  readonly signingSecret: string;
  readonly company: Company;
  readonly clock: Clock;
  /** Real milliseconds between two looks at what is due. */
  readonly pause: number;
}) {
  const { slackUrl, appUrl, signingSecret, company, clock, pause } = options;
  const api = controlApi(slackUrl);
  const homes = new Map<string, object>();
  const scheduled = createScheduledPosts({ clock });
  const translate = deliveriesLikeSlack({
    homeOf: (user) => homes.get(user),
    messages: async (channel) => readMessages(await api.get(`messages/${channel}`)),
  });
  const sockets = await startSocketRelay(translate);
  const http = await startHttpRelay({ to: appUrl, signingSecret, translate });
  const end = repeat(scheduled.deliverDue, pause);
  return {
    /** Where local-slack shall post to. */
    requestUrl: http.url,
    fetch: likeSlack({
      ...{ fetch: globalThis.fetch, company, scheduled },
      onHome: (user, view) => void homes.set(user, view),
      socketFor: sockets.urlFor,
    }),
    stop: async (): Promise<void> => {
      await Promise.all([end(), sockets.stop(), http.stop()]);
    },
  };
}
