import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = 'bench-signing-secret';

/** A payload as Slack posts it: a form, signed now. */
export function signedRequest(payload: object, port: number): Buffer {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return Buffer.from(
    [
      'POST /slack/events HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
      'Accept-Encoding: gzip,deflate',
      'Accept: application/json,*/*',
      `X-Slack-Signature: v0=${signature}`,
      `X-Slack-Request-Timestamp: ${timestamp}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
}
