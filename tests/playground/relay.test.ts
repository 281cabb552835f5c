import { createHmac } from 'node:crypto';
import { WebSocket } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { Translate } from '../../playground/deliveries.ts';
import { startHttpRelay, startSocketRelay } from '../../playground/relay.ts';
import { serve } from '../../playground/stand-in/server.ts';
import { startSocketMode } from '../../playground/stand-in/socket-mode.ts';
import { until } from '../../playground/until.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const also = <T extends { readonly stop: () => unknown }>(begun: T): T => {
  ends.push(begun.stop);
  return begun;
};

/** Turns commands into presses, as `/shortcut` does, and refuses to touch what is broken. */
const translate: Translate = async ({ type, payload }) => {
  if (payload.text === 'broken') throw new Error('nobody can read this');
  return type === 'slash_commands' && payload.text === 'turn'
    ? { type: 'interactive', payload: { turned: true } }
    : { type, payload };
};

describe('the relay of Socket Mode', () => {
  async function connected() {
    const slack = also(await startSocketMode());
    const relay = also(await startSocketRelay(translate));
    const socket = new WebSocket(relay.urlFor(slack.url));
    ends.push(() => socket.close());
    const heard: { readonly type: string; readonly payload?: unknown; readonly envelope_id?: string }[] = [];
    socket.addEventListener('message', ({ data }) => void heard.push(JSON.parse(String(data))));
    await until('the hello', () => heard.some(({ type }) => type === 'hello'));
    return { slack, socket, heard };
  }

  it('puts right what comes, in order, and passes on what goes', async () => {
    const { slack, socket, heard } = await connected();
    const acked = slack.send('slash_commands', { text: 'turn' });
    void slack.send('slash_commands', { text: 'broken' });
    await until('both', () => heard.length === 3);
    expect(heard[1]).toMatchObject({ type: 'interactive', payload: { turned: true } });
    expect(heard[2]).toMatchObject({ type: 'slash_commands', payload: { text: 'broken' } });
    socket.send(JSON.stringify({ envelope_id: heard[1]?.envelope_id, payload: { text: 'done' } }));
    expect(await acked).toEqual({ payload: { text: 'done' } });
  });

  it('ends on either side with the other', async () => {
    const { slack, socket } = await connected();
    slack.links[0]?.close();
    await until('the end', () => socket.readyState === WebSocket.CLOSED);
    const again = await connected();
    again.socket.close();
    await until('the end at Slack', () => again.slack.history.includes('end 1'));
  });
});

describe('the relay of signed HTTP', () => {
  const secret = 'a secret';
  const posted = async (body: string, contentType: string) => {
    const got: { body: string; signed: boolean }[] = [];
    const app = also(
      await serve(({ request, body: text, reply }) => {
        const { 'x-slack-request-timestamp': at, 'x-slack-signature': signature } = request.headers;
        const expected = createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex');
        got.push({ body: text, signed: signature === `v0=${expected}` });
        reply({ status: 200, headers: { 'content-type': 'text/plain' }, body: 'acked' }, undefined);
      }),
    );
    const relay = also(
      await startHttpRelay({ to: `${app.origin}/slack/events`, signingSecret: secret, translate }),
    );
    expect(relay.url).toMatch(/\/slack\/events$/);
    const headers = { 'content-type': contentType };
    const answer = await (await fetch(relay.url, { method: 'POST', headers, body })).text();
    return { ...got[0], answer };
  };
  const form = 'application/x-www-form-urlencoded';

  it('puts right what comes, signs it anew, and passes on the answer', async () => {
    const { body = '', signed, answer } = await posted('command=%2Fhands&text=turn', form);
    expect(JSON.parse(new URLSearchParams(body).get('payload') ?? '')).toEqual({ turned: true });
    expect({ signed, answer }).toEqual({ signed: true, answer: 'acked' });
  });

  it.each([
    ['commands', 'command=%2Fhands&text=help', form],
    ['what is broken', 'command=%2Fhands&text=broken', form],
    ['events', '{"type":"event_callback"}', 'application/json'],
  ])('passes on as they are: %s', async (_, body, kind) => {
    expect(await posted(body, kind)).toEqual({ body, signed: true, answer: 'acked' });
  });
});
