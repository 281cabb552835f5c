import type { Message } from './block-kit.ts';
import type { ChartedMessage } from './chart.ts';
import type { PostJson } from './post-json.ts';

/** What Slack did not take, or did not answer. `code` says how, without a word of what was sent. */
export class ResponseFailed extends Error {
  override readonly name = 'ResponseFailed';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Says something privately over an interaction's response_url: a new line, or in place of the one that was pressed. */
export type Respond = (url: string, message: Message, options?: { readonly inPlace: true }) => Promise<void>;

/** `invalid-blocks`: nothing was said, for Slack does not take one of the blocks. */
export type Offered = 'said' | 'invalid-blocks';

/** The same with blocks that Slack may not take. */
export type Offer = (url: string, message: ChartedMessage) => Promise<Offered>;

/** Where Slack's response_urls are (docs: Handling user interaction). */
const HOOKS = 'https://hooks.slack.com/';

/** The way to Slack. `slackApiUrl`: its Web API, if elsewhere; private lines may go there too, and to its `hooks.` */
type Way = { readonly post: PostJson; readonly slackApiUrl?: string | undefined };

/**
 * Throws `ResponseFailed`, also for a response_url that is not Slack's. Slack's are not rate-limited, and serve five times
 * within half an hour.
 */
export function createRespond(way: Way): Respond {
  const send = createSend(way);
  return async (url, message, options) => {
    if ((await send(url, message, options)) === 'invalid-blocks')
      throw new ResponseFailed('response_url_refused');
  };
}

/** Throws `ResponseFailed` for everything but blocks that Slack does not take. */
export function createOffer(way: Way): Offer {
  return createSend(way);
}

/**
 * What a refusal looks like is not documented for a response_url: like an incoming webhook it answers HTTP 400 with the code
 * as text, and other codes come as JSON. So the code is looked for in whatever was answered.
 */
function createSend({ post, slackApiUrl }: Way) {
  const trusted = [HOOKS, ...(slackApiUrl === undefined ? [] : placesOf(new URL(slackApiUrl)))];
  return async (
    url: string,
    message: ChartedMessage,
    options?: { readonly inPlace: true },
  ): Promise<Offered> => {
    if (!trusted.some((place) => url.startsWith(place))) throw new ResponseFailed('response_url_foreign');
    const replace_original = options?.inPlace === true;
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original, ...message });
    const { status, text } = await post(url, body).catch(() => {
      throw new ResponseFailed('response_url_lost');
    });
    if (/\binvalid_blocks/.test(text)) return 'invalid-blocks';
    if (status >= 500) throw new ResponseFailed('response_url_failed');
    if (status < 200 || status > 299) throw new ResponseFailed('response_url_refused');
    return 'said';
  };
}

/** With the slash at the end: `https://hooks.slack.com.example.com` begins alike. */
function placesOf({ origin, protocol, host }: URL): readonly string[] {
  return [`${origin}/`, `${protocol}//hooks.${host}/`];
}
