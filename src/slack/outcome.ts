/**
 * What became of a message we tried to post (docs: platform facts, "WebClient"). Slack has no idempotency key, so
 * `unknown` must never be repeated blindly.
 */
export type PostOutcome =
  /** `channel`: where it stands; of a message to a person the id of their direct messages. */
  | { readonly kind: 'sent'; readonly ts: string; readonly channel: string }
  /** Certainly not posted; may be tried again, after `retryAfterSeconds` where Slack said so. */
  | { readonly kind: 'not-sent'; readonly code: string; readonly retryAfterSeconds?: number }
  /** Timed out, cut off or a 5xx: it may have been posted or not. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** Will not work until a person mends something: archived, not in the channel, token revoked. */
  | { readonly kind: 'hopeless'; readonly code: string };

export type FailedPost = Exclude<PostOutcome, { kind: 'sent' }>;

const HOPELESS = new Set([
  'is_archived',
  'channel_not_found',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'ekm_access_denied',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'missing_scope',
]);

/** Whether a person has to mend something before anything can be posted there. */
export const needsMending = (code: string): boolean => HOPELESS.has(code);

/** Of those, the ones of which reading the channel does not tell that they were mended: only posting would. */
const SHOWS_WHEN_POSTING = new Set([
  'restricted_action',
  'restricted_action_read_only_channel',
  'ekm_access_denied',
  'missing_scope',
]);

/** Whether reading the channel tells that this has been mended. */
export const showsWhenMended = (code: string): boolean => HOPELESS.has(code) && !SHOWS_WHEN_POSTING.has(code);

/** Codes with which Slack refuses the message itself: trying again would not help. */
const REFUSED = new Set([
  'invalid_blocks',
  'msg_too_long',
  'no_text',
  'invalid_arguments',
  'msg_blocks_too_long',
]);

/** Codes with which Slack itself says that the message may have been posted all the same. */
const DOUBTFUL = new Set(['fatal_error', 'internal_error']);

/** System codes of a connection that never came about: no name, no route, nobody there. */
const NEVER_CONNECTED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Sorts what the WebClient threw while posting. An error answered by Slack (`ok: false`), a 4xx and a connection that
 * never came about mean *not posted*; anything that broke on the way, and an answer that is none of Slack's, *unknown*.
 */
export function outcomeOfError(error: unknown): FailedPost {
  const code = textAt(error, 'code');
  switch (code) {
    case 'slack_webapi_platform_error':
      return outcomeOfAnswer(answeredCode(error));
    case 'slack_webapi_rate_limited_error':
      return rateLimited(read(error, 'retryAfter'));
    case 'slack_webapi_http_error':
      return isRefusedStatus(read(error, 'statusCode'))
        ? { kind: 'not-sent', code }
        : { kind: 'unknown', code };
    case 'slack_webapi_request_error':
      return neverConnected(error) ?? { kind: 'unknown', code };
    default:
      return { kind: 'unknown', code: code ?? 'unexpected' };
  }
}

/**
 * The code that Slack answered with (`ok: false`); `undefined` where the call failed in another way, or where the
 * answer is no code: web-api puts the whole text there when it cannot read it.
 */
export function answeredCode(error: unknown): string | undefined {
  const answer = textAt(read(error, 'data'), 'error');
  return answer !== undefined && /^[a-z][a-z0-9_]{1,60}$/.test(answer) ? answer : undefined;
}

/** The system code (`ENOTFOUND`) where no connection to Slack came about, so that nothing was sent. */
function neverConnected(error: unknown): (PostOutcome & { kind: 'not-sent' }) | undefined {
  const code = textAt(read(read(error, 'original'), 'cause'), 'code');
  return code !== undefined && NEVER_CONNECTED.has(code) ? { kind: 'not-sent', code } : undefined;
}

/** A proxy or Slack itself did not take the request at all. */
const isRefusedStatus = (status: unknown): boolean =>
  typeof status === 'number' && status >= 400 && status < 500 && status !== 408;

function outcomeOfAnswer(code: string | undefined): FailedPost {
  if (code === undefined) return { kind: 'unknown', code: 'unreadable_answer' };
  if (HOPELESS.has(code) || REFUSED.has(code)) return { kind: 'hopeless', code };
  if (DOUBTFUL.has(code)) return { kind: 'unknown', code };
  return { kind: 'not-sent', code };
}

function rateLimited(seconds: unknown): PostOutcome & { kind: 'not-sent' } {
  return {
    kind: 'not-sent',
    code: 'ratelimited',
    retryAfterSeconds: typeof seconds === 'number' ? seconds : 1,
  };
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textAt(value: unknown, name: string): string | undefined {
  const found = read(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** What became of one notice to several people: told, as soon as one of them was. */
export function together(outcomes: readonly PostOutcome[]): PostOutcome {
  const order = ['sent', 'unknown', 'not-sent', 'hopeless'] as const;
  const [best] = order.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind));
  return best ?? { kind: 'hopeless', code: 'nobody' };
}
