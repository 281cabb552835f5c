import { createHmac } from 'node:crypto';
import { WebSocket } from 'undici';
import type { Delivery, Payload, Translate } from './deliveries.ts';
import { serve } from './stand-in/server.ts';
import { type Peer, serveWebSockets } from './stand-in/web-socket.ts';

export type Relay = { readonly stop: () => Promise<void> };

/**
 * Stands between local-slack's Socket Mode and the app: what comes is put right on the way, what goes is passed on.
 * `urlFor` gives the address to connect to in place of one of local-slack's.
 */
export async function startSocketRelay(
  translate: Translate,
): Promise<Relay & { readonly urlFor: (url: string) => string }> {
  const server = await serveWebSockets((peer, request) => {
    const target = new URL(request.url ?? '/', 'http://relay').searchParams.get('to') ?? '';
    const theirs = new WebSocket(target);
    const early: string[] = [];
    theirs.addEventListener('open', () => {
      for (const text of early.splice(0)) theirs.send(text);
    });
    passOn(theirs, peer, translate);
    return {
      text: (text) => (theirs.readyState === WebSocket.OPEN ? theirs.send(text) : void early.push(text)),
      closed: () => theirs.close(),
    };
  });
  return { urlFor: (url) => `${server.url}?to=${encodeURIComponent(url)}`, stop: server.stop };
}

/** One after the other: putting right may take a moment, and what comes later must not come first. */
function passOn(theirs: WebSocket, peer: Peer, translate: Translate): void {
  let last: Promise<void> = Promise.resolve();
  theirs.addEventListener('message', ({ data }) => {
    last = last.then(async () => {
      const envelope: Partial<Delivery> = JSON.parse(String(data));
      const { type = '', payload } = envelope;
      const right = payload === undefined ? {} : await put({ type, payload }, translate);
      peer.send(JSON.stringify({ ...envelope, ...right }));
    });
  });
  theirs.addEventListener('close', () => void last.finally(peer.close));
  theirs.addEventListener('error', () => peer.cut());
}

/** The same for signed HTTP, where local-slack posts to `url`, and the relay, signed anew, to `to`. */
export async function startHttpRelay(options: {
  readonly to: string;
  readonly signingSecret: string;
  readonly translate: Translate;
}): Promise<Relay & { readonly url: string }> {
  const { to, signingSecret, translate } = options;
  const server = await serve(async ({ request, body, reply }) => {
    const kind = String(request.headers['content-type'] ?? '');
    const right = kind.includes('json') ? body : await translatedForm(body, translate);
    const headers = { 'content-type': kind, ...signatureOf(right, signingSecret) };
    const answer = await fetch(to, { method: 'POST', headers, body: right }).catch(() => undefined);
    const type = answer?.headers.get('content-type') ?? 'text/plain';
    reply(
      {
        status: answer?.status ?? 502,
        headers: { 'content-type': type },
        body: (await answer?.text()) ?? '',
      },
      undefined,
    );
  });
  return { url: `${server.origin}${new URL(to).pathname}`, stop: server.stop };
}

/** Commands come as fields, presses and forms as JSON in a field `payload`. */
async function translatedForm(body: string, translate: Translate): Promise<string> {
  const form = Object.fromEntries(new URLSearchParams(body));
  const given: Delivery =
    form.payload === undefined
      ? { type: 'slash_commands', payload: form }
      : { type: 'interactive', payload: readPayload(form.payload) };
  const { type, payload } = await put(given, translate);
  if (type === 'slash_commands') return body;
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

/** What cannot be put right is passed on as it is: the app says what it thinks of it. */
const put = (given: Delivery, translate: Translate): Promise<Delivery> => translate(given).catch(() => given);

const readPayload = (text: string): Payload => JSON.parse(text);

/** Source: docs.slack.dev, Verifying requests from Slack. */
function signatureOf(body: string, secret: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
