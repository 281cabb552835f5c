import { expect, test } from 'vitest';
import { addUser, archive, join, leave } from '../../playground/stand-in/workspace.ts';
import { readManifest } from '../support/manifest-file.ts';
import { codeOf, slack } from './world.ts';

test('auth.test says who we are, and what the token may do', async () => {
  const { client } = await slack({ workspace: { team: { id: 'T42', name: 'Acme', domain: 'acme' } } });
  const me = await client.auth.test();
  expect(me).toMatchObject({ ok: true, team_id: 'T42', team: 'Acme', user_id: 'UBOT', bot_id: 'BBOT' });
  expect(me.response_metadata?.scopes?.toSorted()).toEqual(readManifest().botScopes.toSorted());
});

test('a channel looks as it is now', async () => {
  const { standIn, client } = await slack({
    workspace: { channels: [{ id: 'CTEAM', name: 'team', members: ['UANN'], is_ext_shared: true }] },
  });
  const info = async () =>
    (await client.conversations.info({ channel: 'CTEAM', include_num_members: true })).channel;
  expect(await info()).toMatchObject({
    id: 'CTEAM',
    name: 'team',
    is_member: true,
    is_archived: false,
    is_private: false,
    is_ext_shared: true,
    num_members: 2,
  });
  archive(standIn.workspace, 'CTEAM');
  expect(await info()).toMatchObject({ is_member: false, is_archived: true, num_members: 1 });
});

test('a private channel exists only for those in it', async () => {
  const { standIn, client } = await slack({
    workspace: { channels: [{ id: 'CSECRET', is_private: true, bot: 'absent' }] },
  });
  const info = () => codeOf(client.conversations.info({ channel: 'CSECRET' }));
  const members = () => codeOf(client.conversations.members({ channel: 'CSECRET' }));
  expect([await info(), await members()]).toEqual(['channel_not_found', 'channel_not_found']);
  join(standIn.workspace, 'CSECRET', 'UBOT');
  expect([await info(), await members()]).toEqual(['ok', 'ok']);
});

test('a channel nobody made is not found', async () => {
  const { client } = await slack();
  expect(await codeOf(client.conversations.info({ channel: 'CNOWHERE' }))).toBe('channel_not_found');
});

test('members come in pages, all of them once, in the order they joined', async () => {
  const ids = Array.from({ length: 5 }, (_, index) => `U${index}`);
  const { standIn, client } = await slack({
    pageSize: 2,
    workspace: { channels: [{ id: 'CTEAM', members: ids, bot: 'absent' }] },
  });
  leave(standIn.workspace, 'CTEAM', 'U3');
  const pages: unknown[] = [];
  for await (const page of client.paginate('conversations.members', { channel: 'CTEAM', limit: 100 })) {
    pages.push('members' in page ? page.members : page);
  }
  expect(pages).toEqual([
    ['U0', 'U1'],
    ['U2', 'U4'],
  ]);
});

test('a smaller limit makes smaller pages, and a cursor nobody gave out is refused', async () => {
  const { client } = await slack();
  const page = await client.conversations.members({ channel: 'CTEAM', limit: 1 });
  expect(page.members).toEqual(['UANN']);
  const cursor = page.response_metadata?.next_cursor ?? '';
  expect((await client.conversations.members({ channel: 'CTEAM', limit: 2, cursor })).members).toEqual([
    'UBEN',
    'UBOT',
  ]);
  const stray = client.conversations.members({ channel: 'CTEAM', cursor: 'stray' });
  expect(await codeOf(stray)).toBe('invalid_cursor');
});

test('people are described with what decides whether they are asked', async () => {
  const { standIn, client } = await slack();
  addUser(standIn.workspace, { id: 'UGUEST', is_restricted: true, tz: 'Asia/Tokyo' });
  expect((await client.users.info({ user: 'UGUEST' })).user).toMatchObject({
    id: 'UGUEST',
    tz: 'Asia/Tokyo',
    is_bot: false,
    deleted: false,
    is_restricted: true,
    is_ultra_restricted: false,
    is_admin: false,
  });
  expect((await client.users.info({ user: 'UBOT' })).user).toMatchObject({ is_bot: true });
  expect(await codeOf(client.users.info({ user: 'UNOBODY' }))).toBe('user_not_found');
});

test('the list of people is everyone, in pages', async () => {
  const { client } = await slack({ pageSize: 2 });
  const first = await client.users.list({});
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.users.list({ cursor });
  const ids = [...(first.members ?? []), ...(second.members ?? [])].map(({ id }) => id);
  expect(ids).toEqual(['UBOT', 'UANN', 'UBEN']);
  expect(second.response_metadata?.next_cursor).toBe('');
});

test('the channels of a person are those the bot sees, of the kinds asked for', async () => {
  const members = ['UANN'];
  const { client } = await slack({
    pageSize: 2,
    workspace: {
      channels: [
        { id: 'COPEN', members, bot: 'absent' },
        { id: 'COTHERS', members: ['UBEN'] },
        { id: 'CSHARED', members, is_private: true },
        { id: 'CSECRET', members, is_private: true, bot: 'absent' },
        { id: 'COLD', members, is_archived: true },
      ],
    },
  });
  const ids = async (options: object) =>
    (await client.users.conversations({ user: 'UANN', ...options })).channels?.map(({ id }) => id);
  expect(await ids({})).toEqual(['COPEN', 'COLD']);
  expect(await ids({ exclude_archived: true })).toEqual(['COPEN']);
  expect(await ids({ types: 'public_channel,private_channel' })).toEqual(['COPEN', 'CSHARED']);
  expect(await codeOf(client.users.conversations({ user: 'UNOBODY' }))).toBe('user_not_found');
});

test('direct messages open with people who are still there', async () => {
  const { client } = await slack({
    scopes: ['im:write'],
    workspace: { users: [{ id: 'UANN' }, { id: 'UGONE', deleted: true }] },
  });
  const opened = await client.conversations.open({ users: 'UANN' });
  expect(opened.channel?.id).toBe('DANN');
  expect((await client.conversations.open({ users: 'UANN' })).channel?.id).toBe('DANN');
  expect(await codeOf(client.conversations.open({ users: 'UGONE' }))).toBe('user_disabled');
  expect(await codeOf(client.conversations.open({ users: 'UNOBODY' }))).toBe('user_not_found');
  expect(await codeOf(client.apiCall('conversations.open', {}))).toBe('users_list_not_supplied');
});

test('what the manifest does not ask for is refused', async () => {
  const { client } = await slack();
  expect(await codeOf(client.conversations.open({ users: 'UANN' }))).toBe('missing_scope');
  await client.chat.postMessage({ channel: 'UANN', text: 'hello' });
  expect(await codeOf(client.conversations.info({ channel: 'DANN' }))).toBe('missing_scope');
});

test('the scope asked for is that of the channel’s kind', async () => {
  const { client } = await slack({
    scopes: ['channels:read'],
    workspace: { channels: [{ id: 'CSECRET', is_private: true }, { id: 'CTEAM' }] },
  });
  expect(await codeOf(client.conversations.members({ channel: 'CTEAM' }))).toBe('ok');
  await expect(client.conversations.members({ channel: 'CSECRET' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:read', provided: 'channels:read' },
  });
});
