import type { WebClientOptions } from '@slack/web-api';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** How long (s) to wait where Slack limits the rate and does not say until when: its limits are for a minute. */
const UNSAID = 30;

/**
 * The way to the network, where each 429 says how long to wait (`Retry-After`, in seconds). web-api throws a nameless
 * error for one that does not, which nobody could tell from a message that may have been posted.
 */
export function sayingHowLong(fetch: Fetch): Fetch {
  return async (...given) => {
    const answer = await fetch(...given);
    if (answer.status !== 429 || /^\d+/.test(answer.headers.get('retry-after') ?? '')) return answer;
    return new Response(await answer.text(), { status: 429, headers: { 'retry-after': String(UNSAID) } });
  };
}
