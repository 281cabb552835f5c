import type { Message } from './block-kit.ts';
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

/** Throws `ResponseFailed`. A response_url is not rate-limited, and serves five times within half an hour. */
export function createRespond(post: PostJson): Respond {
  return async (url, message, options) => {
    const replace_original = options?.inPlace === true;
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original, ...message });
    const status = await post(url, body).catch(() => {
      throw new ResponseFailed('response_url_lost');
    });
    if (status >= 500) throw new ResponseFailed('response_url_failed');
    if (status < 200 || status > 299) throw new ResponseFailed('response_url_refused');
  };
}
