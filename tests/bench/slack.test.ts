import { HTTPModuleFunctions, isValidSlackRequest } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import type { createPulses } from '../../bench/crowd/pulses.ts';
import { tapPayload } from '../../bench/crowd/tap.ts';
import { createMessageReader, type HttpMessage } from '../../bench/slack/http-messages.ts';
import { ok, type QuickSlack, startQuickSlack } from '../../bench/slack/quick-slack.ts';
import { createRateLimit } from '../../bench/slack/rate-limit.ts';
import { SIGNING_SECRET, signedRequest } from '../../bench/slack/signed-request.ts';
import { parseAnswerValue } from '../../src/pulse/button-value.ts';

function read(...chunks: readonly string[]): readonly HttpMessage[] {
  const found: HttpMessage[] = [];
  const take = createMessageReader((message) => void found.push(message));
  for (const chunk of chunks) take(Buffer.from(chunk));
  return found;
}

describe('messages on a connection', () => {
  const one = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';

  test('come whole, one after the other, however their bytes arrive', () => {
    const wanted = ['ok', '0\r\n\r\n', 'ok'];
    expect(read(one + chunked + one).map(({ body }) => body)).toEqual(wanted);
    expect(read(...(one + chunked + one)).map(({ body }) => body)).toEqual(wanted);
  });

  test('without a body are whole at once', () => {
    expect(read('GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatchObject([
      { head: 'GET / HTTP/1.1\r\nHost: x', body: '' },
    ]);
  });
});

describe('a tap', () => {
  const pulse = {
    team: { workspace: 'TBENCH', channel: 'C1' },
    record: { id: 'TBENCH-C1-1', optionCount: 5 },
    people: ['U1'],
  } as unknown as Awaited<ReturnType<ReturnType<typeof createPulses>['open']>>;

  test('is what Slack sends: signed so that Bolt takes it, and read as what it was', () => {
    const payload = tapPayload({ pulse, user: 'U1', choice: 3, responseUrl: 'http://127.0.0.1:1/line/7' });
    const [{ head = '', body = '' } = {}] = read(signedRequest(payload, 1).toString());
    const header = (name: string) => new RegExp(`\r\n${name}: (.*)`, 'i').exec(head)?.[1] ?? '';
    const timestamp = Number(header('X-Slack-Request-Timestamp'));
    expect(
      isValidSlackRequest({
        signingSecret: SIGNING_SECRET,
        body,
        headers: { 'x-slack-signature': header('X-Slack-Signature'), 'x-slack-request-timestamp': timestamp },
      }),
    ).toBe(true);
    const request = { rawBody: Buffer.from(body), headers: { 'content-type': header('Content-Type') } };
    const parsed = HTTPModuleFunctions.parseHTTPRequestBody(
      request as Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0],
    );
    expect(parsed).toEqual(payload);
    expect(parseAnswerValue(parsed.actions[0].value)).toMatchObject({ pulseId: 'TBENCH-C1-1', choice: 3 });
  });
});

describe('Slack’s side', () => {
  let slack: QuickSlack | undefined;
  afterEach(() => slack?.stop());

  test('hears private lines, and knows who the app is', async () => {
    slack = await startQuickSlack({ socketUrl: () => 'ws://127.0.0.1:1/' });
    const lines: unknown[] = [];
    slack.onLine = (tap, body) => void lines.push([tap, body]);
    await fetch(slack.responseUrl(7), { method: 'POST', body: 'Added' });
    expect(lines).toEqual([[7, 'Added']]);
    const call = async (method: string) =>
      (await fetch(`${slack?.apiUrl}${method}`, { method: 'POST' })).json();
    expect(await call('auth.test')).toMatchObject({ ok: true, user_id: 'UBOT' });
    expect(await call('apps.connections.open')).toMatchObject({ url: 'ws://127.0.0.1:1/' });
    slack.onCall = () => ok({ ts: '1.1' });
    expect(await call('chat.postMessage')).toEqual({ ok: true, ts: '1.1' });
    expect(slack.counts).toEqual({ calls: 3, limited: 0 });
  });

  test('takes so many a second, and as many at once', () => {
    const isAllowed = createRateLimit(10);
    const at = (now: number, tries: number) =>
      Array.from({ length: tries }, () => isAllowed(now)).filter(Boolean).length;
    expect([at(0, 15), at(500, 15), at(500, 1), at(10_000, 50)]).toEqual([10, 5, 0, 10]);
  });
});
