import { describe, expect, test } from 'vitest';
import { sayingHowLong } from '../../src/slack/retry-after.ts';

/** What comes of an answer with this status and this header. */
async function passed(status: number, retryAfter?: string) {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  const answer = await sayingHowLong(async () => new Response('body', { status, headers }))('http://slack');
  return { status: answer.status, body: await answer.text(), wait: answer.headers.get('retry-after') };
}

describe('a rate limit', () => {
  test.each(['1', '0', '30', '3600'])('keeps the wait that Slack named: %s s', async (wait) => {
    expect(await passed(429, wait)).toEqual({ status: 429, body: 'body', wait });
  });

  test.each([undefined, '', 'soon', '-5', 'Wed, 21 Oct 2026 07:28:00 GMT'])(
    'without one that can be read waits for half a minute: %s',
    async (header) => {
      expect(await passed(429, header)).toEqual({ status: 429, body: 'body', wait: '30' });
    },
  );
});

test.each([200, 500, 503])('no other answer gets a wait: %i', async (status) => {
  expect(await passed(status)).toEqual({ status, body: 'body', wait: null });
});
