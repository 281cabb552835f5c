import { expect, test } from 'vitest';
import { archive, leave, messagesIn } from '../../playground/stand-in/workspace.ts';
import { codeOf, slack } from './world.ts';

const section = { type: 'section', text: { type: 'mrkdwn', text: 'Good morning' } };

test('a posted message stands in its channel, in order', async () => {
  const { standIn, client } = await slack();
  await client.chat.postMessage({ channel: 'CTEAM', text: 'first', blocks: [section] });
  await client.chat.postMessage({ channel: 'CTEAM', text: 'second' });
  const posted = messagesIn(standIn.workspace, 'CTEAM');
  expect(posted.map(({ text, blocks }) => ({ text, blocks }))).toEqual([
    { text: 'first', blocks: [section] },
    { text: 'second', blocks: [] },
  ]);
});

test('timestamps come from the clock and increase even while it stands still or jumps back', async () => {
  const clock = { time: 1_700_000_000_900, now: () => clock.time };
  const { client } = await slack({ clock });
  const first = await client.chat.postMessage({ channel: 'CTEAM', text: 'a' });
  const second = await client.chat.postMessage({ channel: 'CTEAM', text: 'b' });
  clock.time -= 60_000;
  const third = await client.chat.postMessage({ channel: 'CTEAM', text: 'c' });
  clock.time += 61_000;
  const fourth = await client.chat.postMessage({ channel: 'CTEAM', text: 'd' });
  expect([first.ts, second.ts, third.ts, fourth.ts]).toEqual([
    '1700000000.000001',
    '1700000000.000002',
    '1700000000.000003',
    '1700000001.000001',
  ]);
});

test('posting needs a channel the bot sees, is in, and which is not archived', async () => {
  const { standIn, client } = await slack({
    workspace: {
      channels: [
        { id: 'COPEN', bot: 'absent' },
        { id: 'CSECRET', is_private: true, bot: 'absent' },
        { id: 'COLD', is_archived: true },
        { id: 'CTEAM' },
      ],
    },
  });
  const post = (channel: string) => codeOf(client.chat.postMessage({ channel, text: 'hello' }));
  expect(await post('COPEN')).toBe('not_in_channel');
  expect(await post('CSECRET')).toBe('channel_not_found');
  expect(await post('CNOWHERE')).toBe('channel_not_found');
  expect(await post('COLD')).toBe('is_archived');
  expect(await post('CTEAM')).toBe('ok');
  leave(standIn.workspace, 'CTEAM', 'UBOT');
  expect(await post('CTEAM')).toBe('not_in_channel');
  archive(standIn.workspace, 'CTEAM');
  expect(await post('CTEAM')).toBe('is_archived');
});

test('a message needs words or blocks', async () => {
  const { client } = await slack();
  expect(await codeOf(client.apiCall('chat.postMessage', { channel: 'CTEAM' }))).toBe('no_text');
  expect(await codeOf(client.apiCall('chat.postMessage', { channel: 'CTEAM', blocks: [section] }))).toBe(
    'ok',
  );
});

test('a message that is too long or whose blocks are wrong is refused', async () => {
  const { standIn, client } = await slack();
  const post = (content: object) =>
    codeOf(client.apiCall('chat.postMessage', { channel: 'CTEAM', ...content }));
  expect(await post({ text: 'x'.repeat(40_001) })).toBe('msg_too_long');
  expect(await post({ text: 'x', blocks: 'not json' })).toBe('invalid_blocks_format');
  expect(await post({ text: 'x', blocks: [{ type: 'section' }] })).toBe('invalid_blocks');
  expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
});

test("a person's id means their direct messages with the app", async () => {
  const { standIn, client } = await slack({ scopes: ['chat:write', 'im:write'] });
  const posted = await client.chat.postMessage({ channel: 'UANN', text: 'A readout is out' });
  const opened = await client.conversations.open({ users: 'UANN' });
  expect(posted.channel).toBe(opened.channel?.id);
  expect(messagesIn(standIn.workspace, String(posted.channel))).toHaveLength(1);
});

test('nobody writes to a deactivated account or a bot', async () => {
  const { client } = await slack({ workspace: { users: [{ id: 'UGONE', deleted: true }] } });
  expect(await codeOf(client.chat.postMessage({ channel: 'UGONE', text: 'hello' }))).toBe(
    'channel_not_found',
  );
  expect(await codeOf(client.chat.postMessage({ channel: 'UBOT', text: 'hello' }))).toBe('channel_not_found');
});

test('an update replaces the content and leaves the place', async () => {
  const { standIn, client } = await slack();
  const { ts } = await client.chat.postMessage({ channel: 'CTEAM', text: 'open', blocks: [section] });
  await client.chat.postMessage({ channel: 'CTEAM', text: 'later' });
  await client.chat.update({ channel: 'CTEAM', ts: String(ts), text: 'closed' });
  expect(messagesIn(standIn.workspace, 'CTEAM')).toMatchObject([
    { ts, text: 'closed', blocks: [] },
    { text: 'later' },
  ]);
});

test('an update needs a message that is there, is the bot’s own, and stands in a living channel', async () => {
  const { standIn, client } = await slack();
  const { ts } = await client.chat.postMessage({ channel: 'CTEAM', text: 'open' });
  const update = (change: object) =>
    codeOf(client.apiCall('chat.update', { channel: 'CTEAM', ts: String(ts), text: 'closed', ...change }));
  expect(await update({ ts: '1.000001' })).toBe('message_not_found');
  expect(await update({ channel: 'CNOWHERE' })).toBe('channel_not_found');
  expect(await update({ text: '' })).toBe('no_text');
  expect(await update({ text: 'x'.repeat(4_001) })).toBe('msg_too_long');
  standIn.workspace.messages.get('CTEAM')?.push({ ts: '2.000001', user: 'UANN', text: 'hi', blocks: [] });
  expect(await update({ ts: '2.000001' })).toBe('cant_update_message');
  archive(standIn.workspace, 'CTEAM');
  expect(await update({})).toBe('is_inactive');
});

test('an ephemeral message reaches a member and does not stand in the channel', async () => {
  const { standIn, client } = await slack();
  await client.chat.postEphemeral({ channel: 'CTEAM', user: 'UANN', text: 'only you' });
  expect(standIn.workspace.ephemerals).toMatchObject([{ channel: 'CTEAM', to: 'UANN', text: 'only you' }]);
  expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
  expect(await codeOf(client.chat.postEphemeral({ channel: 'CTEAM', user: 'UCAT', text: 'x' }))).toBe(
    'user_not_in_channel',
  );
});
