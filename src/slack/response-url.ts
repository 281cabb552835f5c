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

/** Throws `ResponseFailed`. A response_url is not rate-limited, and serves five times within half an hour. */
export function createRespond(post: PostJson): Respond {
  const send = createSend(post);
  return async (url, message, options) => {
    if ((await send(url, message, options)) === 'invalid-blocks')
      throw new ResponseFailed('response_url_refused');
  };
}

/** Throws `ResponseFailed` for everything but blocks that Slack does not take. */
export function createOffer(post: PostJson): Offer {
  return createSend(post);
}

/**
 * What a refusal looks like is not documented for a response_url: like an incoming webhook it answers HTTP 400 with the code
 * as text, and other codes come as JSON. So the code is looked for in whatever was answered.
 */
function createSend(post: PostJson) {
  return async (
    url: string,
    message: ChartedMessage,
    options?: { readonly inPlace: true },
  ): Promise<Offered> => {
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
