import { describe, expect, test } from 'vitest';
import { addUser, join } from '../../playground/stand-in/workspace.ts';
import { channelsOf } from '../../src/slack/channel-info.ts';
import { readPeople, readPeopleIfFew, readPerson } from '../../src/slack/people.ts';
import { slack } from '../stand-in/world.ts';

/** A workspace with a channel of so many people. */
async function crowd(size: number, pageSize = 200) {
  const ids = Array.from({ length: size }, (_, at) => `U${String(at).padStart(4, '0')}`);
  const world = await slack({
    pageSize,
    workspace: { users: ids.map((id) => ({ id })), channels: [{ id: 'CTEAM', members: ids, bot: 'absent' }] },
  });
  const called = (method: string) => world.standIn.calls.filter((call) => call.method === method).length;
  return { ...world, ids, called };
}

describe('the people in a channel', () => {
  test('are all read, page after page', async () => {
    const { client, ids } = await crowd(45, 20);
    const people = await readPeople(client, 'CTEAM');
    expect(people.map(({ id }) => id).sort()).toEqual(ids);
  });

  test('are read one by one where they are few', async () => {
    const { client, called } = await crowd(9);
    expect(await readPeople(client, 'CTEAM')).toHaveLength(9);
    expect([called('users.info'), called('users.list')]).toEqual([9, 0]);
  });

  test('are read from the workspace’s list where they are many', async () => {
    const { client, called } = await crowd(300, 1_000);
    expect(await readPeople(client, 'CTEAM')).toHaveLength(300);
    expect([called('users.info'), called('users.list')]).toEqual([0, 1]);
  });

  test('are never read from so much of the list that one by one would be shorter', async () => {
    const { client, standIn, called } = await crowd(40, 20);
    for (let at = 0; at < 400; at += 1) addUser(standIn.workspace, { id: `UOTHER${at}` });
    const late = addUser(standIn.workspace, { id: 'ULATE' });
    join(standIn.workspace, 'CTEAM', late.id);
    expect(await readPeople(client, 'CTEAM')).toHaveLength(41);
    expect(called('users.list')).toBe(4);
    expect(called('users.info')).toBe(1);
  });

  test('are not read where they are more than asked for', async () => {
    const { client, called } = await crowd(21);
    expect(await readPeopleIfFew(client, 'CTEAM', 20)).toBeUndefined();
    expect(await readPeopleIfFew(client, 'CTEAM', 21)).toHaveLength(21);
    expect(called('users.list')).toBeLessThanOrEqual(1);
  });
});

describe('a member whom Slack does not show', () => {
  test.each(['user_not_found', 'user_not_visible'])(
    'is left out, and the others are read: %s',
    async (code) => {
      const { client, standIn, ids } = await crowd(4);
      standIn.failNext('users.info', { kind: 'error', code });
      expect(await readPeople(client, 'CTEAM')).toHaveLength(ids.length - 1);
    },
  );

  test('is not to be taken for one whom Slack fails to tell about', async () => {
    const { client, standIn } = await crowd(4);
    standIn.failNext('users.info', { kind: 'error', code: 'fatal_error' });
    await expect(readPeople(client, 'CTEAM')).rejects.toThrow('fatal_error');
  });
});

describe('a person', () => {
  test.each([
    ['an ordinary one', {}, { isBot: false, isGuest: false, isDeactivated: false }],
    ['a bot', { is_bot: true }, { isBot: true }],
    ['a guest of several channels', { is_restricted: true }, { isGuest: true }],
    ['a guest of one channel', { is_ultra_restricted: true }, { isGuest: true }],
    ['someone who has left', { deleted: true }, { isDeactivated: true }],
  ])('%s is seen as that', async (_, fields, expected) => {
    const { standIn, client } = await slack();
    addUser(standIn.workspace, { id: 'UX', tz: 'Asia/Tokyo', ...fields });
    expect(await readPerson(client, 'UX')).toMatchObject({ id: 'UX', timezone: 'Asia/Tokyo', ...expected });
  });

  test('Slackbot is a bot, although Slack does not say so', async () => {
    const { standIn, client } = await slack();
    addUser(standIn.workspace, { id: 'USLACKBOT' });
    expect((await readPerson(client, 'USLACKBOT')).isBot).toBe(true);
  });

  test('who is unknown is an error', async () => {
    const { client } = await slack();
    await expect(readPerson(client, 'UNOBODY')).rejects.toThrow('user_not_found');
  });
});

test('the channels of a person are read page after page', async () => {
  const channels = Array.from({ length: 7 }, (_, at) => ({
    id: `C${at}`,
    members: at === 3 ? [] : ['UANN'],
  }));
  const { client } = await slack({ pageSize: 2, workspace: { users: [{ id: 'UANN' }], channels } });
  const ids = (await channelsOf(client, 'UANN')).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(['C0', 'C1', 'C2', 'C4', 'C5', 'C6']);
});
