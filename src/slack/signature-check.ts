import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { MINUTE, SECOND } from '../duration.ts';
import type { Clock } from '../ports.ts';
import { createRecentlySeen } from './recently-seen.ts';

/** How far a request's time may be from ours, to either side (docs: Verifying requests from Slack, step 2). */
const TOLERANCE = 5 * MINUTE;
/** How long (ms) a request is taken: from five minutes before its time to five minutes after. It is remembered as long. */
export const SIGNED_FOR = 2 * TOLERANCE;
/** Of requests in one span that are remembered, about 20 MB; with more, the memory is shorter. */
const MOST_REMEMBERED = 200_000;

/** Why a request is not Slack's, or not any more. */
export type Suspicion = 'unsigned' | 'stale' | 'from-the-future' | 'forged' | 'repeated';

/**
 * Checks that a request was signed by Slack, now, and has not been here before. Bolt's check refuses what is too
 * old and what is forged. Ours are: what claims a time to come, and the very same request again. Someone who has seen a
 * request pass could otherwise, for five minutes, undo with it what a manager changed meanwhile.
 */
export function createSignatureCheck(deps: { readonly signingSecret: string; readonly clock: Clock }) {
  const { signingSecret, clock } = deps;
  const seen = createRecentlySeen({ span: SIGNED_FOR, most: MOST_REMEMBERED });

  /** What the headers alone tell, before a byte of the body is read. */
  function suspicionOfHead(headers: IncomingHttpHeaders): Suspicion | undefined {
    const timestamp = Number(headers['x-slack-request-timestamp']);
    const isSigned = typeof headers['x-slack-signature'] === 'string' && Number.isSafeInteger(timestamp);
    if (!isSigned) return 'unsigned';
    const age = clock.now() - timestamp * SECOND;
    if (age > TOLERANCE) return 'stale';
    return age < -TOLERANCE ? 'from-the-future' : undefined;
  }

  function suspicionOf(headers: IncomingHttpHeaders, body: string): Suspicion | undefined {
    const suspicion = suspicionOfHead(headers);
    if (suspicion !== undefined) return suspicion;
    const now = clock.now();
    const isSigned = isValidSlackRequest({
      signingSecret,
      body,
      headers: {
        'x-slack-signature': String(headers['x-slack-signature']),
        'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
      },
      nowMilliseconds: now,
    });
    if (!isSigned) return 'forged';
    return seen.isFirst(hashOf(headers), now) ? undefined : 'repeated';
  }

  return {
    suspicionOfHead,
    suspicionOf,

    /** For a request that was sent back: Slack may send it again within the second, and signs it alike then. */
    forget: (headers: IncomingHttpHeaders): void => seen.forget(hashOf(headers)),
  };
}

/** What Bolt compares of a request's signature: what stands behind `v0=`, up to another `=`. */
export function hashOf(headers: IncomingHttpHeaders): string {
  return String(headers['x-slack-signature']).split('=')[1] ?? '';
}
