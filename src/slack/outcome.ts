/**
 * What became of a message we tried to post (docs: platform facts, "WebClient"). Slack has no idempotency key, so
 * `unknown` must never be repeated blindly.
 */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly ts: string }
  /** Certainly not posted; may be tried again, after `retryAfterSeconds` where Slack said so. */
  | { readonly kind: 'not-sent'; readonly code: string; readonly retryAfterSeconds?: number }
  /** Timed out, cut off or a 5xx: it may have been posted or not. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** Will not work until a person mends something: archived, not in the channel, token revoked. */
  | { readonly kind: 'hopeless'; readonly code: string };

const HOPELESS = new Set([
  'is_archived',
  'channel_not_found',
  'not_in_channel',
  'restricted_action',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'missing_scope',
]);

/** Whether a person has to mend something before anything can be posted there. */
export const needsMending = (code: string): boolean => HOPELESS.has(code);

/** Codes with which Slack refuses the message itself: trying again would not help. */
const REFUSED = new Set([
  'invalid_blocks',
  'msg_too_long',
  'no_text',
  'invalid_arguments',
  'msg_blocks_too_long',
]);

/**
 * Sorts what the WebClient threw while posting. An error answered by Slack (`ok: false`) and a 429 mean *not
 * posted*; anything that broke on the way means *unknown*.
 */
export function outcomeOfError(error: unknown): Exclude<PostOutcome, { kind: 'sent' }> {
  const code = textAt(error, 'code');
  if (code === 'slack_webapi_platform_error') return outcomeOfAnswer(answeredCode(error) ?? code);
  if (code === 'slack_webapi_rate_limited_error') return rateLimited(read(error, 'retryAfter'));
  return { kind: 'unknown', code: code ?? 'unexpected' };
}

/** The code that Slack answered with (`ok: false`); `undefined` where the call failed in another way. */
export function answeredCode(error: unknown): string | undefined {
  return textAt(read(error, 'data'), 'error');
}

function outcomeOfAnswer(code: string): Exclude<PostOutcome, { kind: 'sent' }> {
  if (HOPELESS.has(code) || REFUSED.has(code)) return { kind: 'hopeless', code };
  if (code === 'fatal_error' || code === 'internal_error') return { kind: 'unknown', code };
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
