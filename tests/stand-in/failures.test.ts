import { ErrorCode, WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { messagesIn } from '../../playground/stand-in/workspace.ts';
import { codeOf, silent, slack } from './world.ts';

const message = { channel: 'CTEAM', text: 'hello' };

test('an injected Slack error comes once, and nothing is posted', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
  expect(await codeOf(client.chat.postMessage(message))).toBe('restricted_action');
  expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
  expect(await codeOf(client.chat.postMessage(message))).toBe('ok');
});

test('failures wait for their own method and come in the order they were asked for', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'error', code: 'first' });
  standIn.failNext('*', { kind: 'error', code: 'second' });
  expect(await codeOf(client.users.info({ user: 'UANN' }))).toBe('second');
  expect(await codeOf(client.chat.postMessage(message))).toBe('first');
});

test('too many requests carry how long to wait', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({
    code: ErrorCode.RateLimitedError,
    retryAfter: 30,
  });
  expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
});

test('a server error is HTTP 500', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'server-error' });
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({
    code: ErrorCode.HTTPError,
    statusCode: 500,
  });
  expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
});

test('a slow answer comes late, and is fine', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'slow', milliseconds: 50 });
  const begun = performance.now();
  expect(await codeOf(client.chat.postMessage(message))).toBe('ok');
  expect(performance.now() - begun).toBeGreaterThan(45);
  expect(standIn.calls.at(-1)?.outcome).toBe('ok');
  expect(messagesIn(standIn.workspace, 'CTEAM')).toHaveLength(1);
});

test('a cut line before the effect leaves nothing behind', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'cut' });
  expect(await codeOf(client.chat.postMessage(message))).toBe(ErrorCode.RequestError);
  expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
});

test('a cut line after the effect looks the same to the caller, but the message is posted', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
  expect(await codeOf(client.chat.postMessage(message))).toBe(ErrorCode.RequestError);
  expect(messagesIn(standIn.workspace, 'CTEAM')).toHaveLength(1);
});

test.each([
  { kind: 'hang', posted: 0 },
  { kind: 'accept-then-hang', posted: 1 },
] as const)('after $kind no answer ever comes, and $posted messages are posted', async ({ kind, posted }) => {
  const { standIn } = await slack();
  const patient = new WebClient('xoxb-stand-in', {
    slackApiUrl: standIn.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 150,
    logger: silent,
  });
  standIn.failNext('chat.postMessage', { kind });
  expect(await codeOf(patient.chat.postMessage(message))).toBe(ErrorCode.RequestError);
  expect(messagesIn(standIn.workspace, 'CTEAM')).toHaveLength(posted);
});

test('stopping lets go of a call that hangs', async () => {
  const { standIn, client } = await slack();
  standIn.failNext('chat.postMessage', { kind: 'hang' });
  const hanging = codeOf(client.chat.postMessage(message));
  await expect.poll(() => standIn.calls.length).toBe(1);
  await standIn.stop();
  expect(await hanging).toBe(ErrorCode.RequestError);
});
