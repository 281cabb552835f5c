import { WebClient, type WebClientOptions } from '@slack/web-api';
import { MINUTE, SECOND } from '../duration.ts';
import type { SlackClients } from './gateway.ts';

/** Makes the three clients. `base`: where Slack is, its logger, the way to the network. */
export function createClients(token: string, base: WebClientOptions): SlackClients {
  const once = { ...base, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return {
    posting: new WebClient(token, { ...once, timeout: 10 * SECOND }),
    asking: new WebClient(token, { ...once, timeout: 5 * SECOND }),
    reading: new WebClient(token, {
      ...base,
      retryConfig: { retries: 5 },
      timeout: MINUTE,
      maxRequestConcurrency: 5,
    }),
  };
}
