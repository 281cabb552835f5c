import { WebClient, type WebClientOptions } from '@slack/web-api';
import { SECOND } from '../duration.ts';
import type { SlackClients } from './gateway.ts';
import { sayingHowLong } from './retry-after.ts';

/** How long (ms) Slack may take to answer what a person waits for. */
const ASKING = 5 * SECOND;
const POSTING = 10 * SECOND;
/** The largest pages take a few seconds. One that hangs keeps a worker waiting, and with it what others want posted. */
const READING = 15 * SECOND;

/** Of a client with one attempt and no more: whoever calls decides about the next. */
export function once(base: WebClientOptions, timeout = ASKING): WebClientOptions {
  return { ...limited(base), retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout };
}

/** Makes the three clients. `base`: where Slack is, its logger, the way to the network. */
export function createClients(token: string, base: WebClientOptions): SlackClients {
  return {
    posting: new WebClient(token, once(base, POSTING)),
    asking: new WebClient(token, once(base)),
    reading: new WebClient(token, {
      ...limited(base),
      retryConfig: { retries: 5 },
      timeout: READING,
      maxRequestConcurrency: 5,
    }),
  };
}

function limited(base: WebClientOptions): WebClientOptions {
  return { ...base, fetch: sayingHowLong(base.fetch ?? globalThis.fetch) };
}
