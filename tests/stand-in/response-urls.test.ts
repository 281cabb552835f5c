import { expect, test } from 'vitest';
import { slack } from './world.ts';

const send = async (url: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
};

test('a response is kept with the person and the channel it belongs to', async () => {
  const { standIn } = await slack({ clock: { now: () => 1_700_000_000_000 } });
  const url = standIn.responseUrl('UANN', 'CTEAM');
  expect(await send(url, { text: 'only you' })).toEqual({ status: 200, text: 'ok' });
  expect(standIn.responses).toEqual([
    {
      kind: 'ephemeral',
      user: 'UANN',
      channel: 'CTEAM',
      url,
      body: { text: 'only you' },
      at: 1_700_000_000_000,
    },
  ]);
  expect(standIn.calls).toEqual([]);
});

test('a response is private, public, a replacement or a removal', async () => {
  const { standIn } = await slack();
  const url = standIn.responseUrl('UANN', 'CTEAM');
  await send(url, { text: 'a', response_type: 'ephemeral', replace_original: false });
  await send(url, { text: 'b', response_type: 'in_channel' });
  await send(url, { text: 'c', replace_original: true });
  await send(url, { delete_original: true });
  expect(standIn.responses.map(({ kind }) => kind)).toEqual(['ephemeral', 'in-channel', 'replace', 'delete']);
});

test('a response URL serves five times', async () => {
  const { standIn } = await slack();
  const url = standIn.responseUrl('UANN', 'CTEAM');
  for (const text of ['1', '2', '3', '4', '5']) expect((await send(url, { text })).status).toBe(200);
  expect(await send(url, { text: '6' })).toEqual({ status: 404, text: '{"ok":false,"error":"used_url"}' });
  expect(standIn.responses).toHaveLength(5);
});

test('a response URL serves thirty minutes', async () => {
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  const { standIn } = await slack({ clock });
  const url = standIn.responseUrl('UANN', 'CTEAM');
  clock.time += 30 * 60_000;
  expect((await send(url, { text: 'just in time' })).status).toBe(200);
  clock.time += 1;
  expect((await send(url, { text: 'too late' })).status).toBe(404);
});

test('what Slack would not show is refused', async () => {
  const { standIn } = await slack();
  const url = standIn.responseUrl('UANN', 'CTEAM');
  expect(await send(url, {})).toEqual({ status: 400, text: 'no_text' });
  expect(await send(url, { text: 'x', blocks: [{ type: 'knob' }] })).toEqual({
    status: 400,
    text: 'invalid_blocks',
  });
  expect((await send(`${url}0`, { text: 'x' })).status).toBe(404);
  expect(standIn.responses).toEqual([]);
});

test('a response can fail on the way', async () => {
  const { standIn } = await slack();
  const url = standIn.responseUrl('UANN', 'CTEAM');
  standIn.failNext('response_url', { kind: 'server-error' });
  standIn.failNext('response_url', { kind: 'cut' });
  standIn.failNext('response_url', { kind: 'accept-then-cut' });
  expect((await send(url, { text: 'a' })).status).toBe(500);
  await expect(send(url, { text: 'b' })).rejects.toThrow();
  await expect(send(url, { text: 'c' })).rejects.toThrow();
  expect(standIn.responses.map(({ body }) => body.text)).toEqual(['c']);
});
