import { WebClient, type WebClientOptions } from '@slack/web-api';
import { MINUTE, SECOND } from '../duration.ts';
import type { SlackClients } from './gateway.ts';

/** One attempt and no more: whoever calls decides about the next. */
export const ONCE = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 5 * SECOND,
} as const;

/** Makes the three clients. `base`: where Slack is, its logger, the way to the network. */
export function createClients(token: string, base: WebClientOptions): SlackClients {
  return {
    posting: new WebClient(token, { ...base, ...ONCE, timeout: 10 * SECOND }),
    asking: new WebClient(token, { ...base, ...ONCE }),
    reading: new WebClient(token, {
      ...base,
      retryConfig: { retries: 5 },
      timeout: MINUTE,
      maxRequestConcurrency: 5,
    }),
  };
}
