import { describe, expect, it } from 'vitest';
import { company } from '../../playground/company.ts';
import { likeSlack, readableBody, withReadableDates } from '../../playground/like-slack.ts';
import { dateToken } from '../../src/slack/block-kit.ts';

const FRIDAY = Date.UTC(2026, 0, 9, 14);
const token = dateToken(FRIDAY, 'Africa/Accra');

describe('making dates readable', () => {
  it('puts the words of each token in its place, and leaves the rest', () => {
    const text = `closes ${token}, opens ${token} in <#C01> for <@U01>, a < b`;
    expect(withReadableDates(text)).toBe(
      'closes Fri 9 Jan, 14:00, opens Fri 9 Jan, 14:00 in <#C01> for <@U01>, a < b',
    );
  });

  it('finds tokens in the blocks of a form, however they are written there', () => {
    const blocks = JSON.stringify([{ type: 'section', text: { type: 'mrkdwn', text: `it is “${token}”` } }]);
    const body = new URLSearchParams({ channel: 'C01', text: `a+b & ${token}`, blocks }).toString();
    const read = new URLSearchParams(String(readableBody(body)));
    expect(read.get('text')).toBe('a+b & Fri 9 Jan, 14:00');
    expect(JSON.parse(read.get('blocks') ?? '')[0].text.text).toBe('it is “Fri 9 Jan, 14:00”');
    expect(read.get('channel')).toBe('C01');
  });

  it('finds tokens in JSON, which stays JSON', () => {
    const body = JSON.stringify({ text: `closes ${token}`, response_type: 'ephemeral' });
    expect(JSON.parse(String(readableBody(body)))).toEqual({
      text: 'closes Fri 9 Jan, 14:00',
      response_type: 'ephemeral',
    });
  });

  it('leaves bodies alone that are no text', () => {
    const form = new FormData();
    expect(readableBody(form)).toBe(form);
  });
});

describe('the way to a local Slack', () => {
  const asked: (BodyInit | null | undefined)[] = [];
  const answering = (answer: object) =>
    likeSlack({
      company,
      fetch: async (_input, init) => {
        asked.push(init?.body);
        return Response.json(answer);
      },
    });
  const call = async (method: string, answer: object, body: Record<string, string>) => {
    const post = { method: 'POST', body: new URLSearchParams(body).toString() };
    return (await answering(answer)(`http://127.0.0.1/api/${method}`, post)).json();
  };
  const all = { ok: true, channels: company.channels.map(({ id }) => ({ id })) };

  it('sends readable dates', async () => {
    await call('chat.postMessage', { ok: true }, { text: token });
    expect(asked.at(-1)).toBe('text=Fri+9+Jan%2C+14%3A00');
  });

  it('names only the channels that a person is in', async () => {
    expect(await call('users.conversations', all, { user: 'U01AMA' })).toEqual({
      ok: true,
      channels: [{ id: 'C01HARBOUR' }],
    });
    expect(await call('users.conversations', all, { user: 'U11TOMASZ' })).toMatchObject({
      channels: [{ id: 'C02LIGHTHOUSE' }, { id: 'C03JETTY' }],
    });
  });

  it('says of a channel without the app that the app is not in it', async () => {
    const info = (id: string) =>
      call('conversations.info', { ok: true, channel: { id, is_member: true } }, { channel: id });
    expect(await info('C01HARBOUR')).toMatchObject({ channel: { is_member: true } });
    expect(await info('C03JETTY')).toMatchObject({ channel: { is_member: false } });
  });

  it('passes on what is not about this company, and refusals, as they are', async () => {
    const refusal = { ok: false, error: 'channel_not_found' };
    expect(await call('conversations.info', refusal, { channel: 'C99' })).toEqual(refusal);
    expect(await call('users.info', { ok: true, user: {} }, { user: 'U01AMA' })).toEqual({
      ok: true,
      user: {},
    });
  });
});
