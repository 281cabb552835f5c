import { describe, expect, test } from 'vitest';
import { eventRoutes } from '../../../listeners/events/index.ts';
import { archive, join, leave } from '../../../playground/stand-in/workspace.ts';
import { botRemoved, channelArchived, event, memberJoined, memberLeft } from '../../support/payloads.ts';
import { firstOpening, firstPrompt, openOffice, team } from '../office.ts';

async function office() {
  const opened = await openOffice();
  const { workspace } = opened.standIn;
  const bot = workspace.bot.userId;
  const happens = async (body: object) => {
    const delivery = await opened.receiver.send(body);
    await opened.receiver.settled();
    expect(delivery.error).toBeUndefined();
  };
  return {
    ...opened,
    happens,
    botJoins: async (channel = 'CTEAM') => {
      join(workspace, channel, bot);
      await happens(memberJoined({ user: bot, channel }));
    },
    botLeaves: async () => {
      leave(workspace, 'CTEAM', bot);
      await happens(botRemoved());
    },
    find: () => opened.app.rooms.teams.find(team),
    next: () => opened.app.rooms.calendar.next(team),
  };
}

const planned = { prompt: firstPrompt, opening: firstOpening };

describe('the app’s bot', () => {
  test('greets a channel without a team that it joins', async () => {
    const { botJoins, texts } = await office();
    await botJoins('CNOBOT');
    expect(texts('CNOBOT')).toEqual([
      'Hello. I post one question a week about sharing work, and one anonymous pulse. Type */hands setup* to start.',
    ]);
  });

  test('says nothing when a person joins', async () => {
    const { happens, posts } = await office();
    await happens(memberJoined({ user: 'UBEN' }));
    expect(posts()).toEqual([]);
  });

  test('that leaves stops the team until it is back', async () => {
    const { enrolled, botLeaves, botJoins, next, find, say, posts } = await office();
    await enrolled();
    await botLeaves();
    expect((await find())?.suspended?.code).toBe('not_in_channel');
    expect(await next()).toEqual({});
    expect(await say('status')).toContain('*Stopped:*');
    await botJoins();
    expect((await find())?.suspended).toBeNull();
    expect(await next()).toEqual(planned);
    expect(posts()).toHaveLength(1);
  });

  test('that leaves does not take the closing of an open pulse along', async () => {
    const { enrolled, until, botLeaves, next } = await office();
    await enrolled();
    await until(firstOpening);
    await botLeaves();
    expect(Object.keys(await next())).toEqual(['closing']);
  });

  test('leaves a channel without a team in peace', async () => {
    const { botLeaves, stored } = await office();
    const before = await stored();
    await botLeaves();
    expect(await stored()).toBe(before);
  });
});

describe('a channel that is archived', () => {
  test.each(['public', 'private'] as const)('stops its team: %s', async (visibility) => {
    const { enrolled, standIn, happens, find, next, say } = await office();
    await enrolled();
    archive(standIn.workspace, 'CTEAM');
    await happens(channelArchived({ visibility }));
    expect((await find())?.suspended?.code).toBe('is_archived');
    expect(await next()).toEqual({});
    expect(await say('status')).toContain('The channel is archived. Unarchive it');
    expect(await say('resume')).toContain('I could not tell the channel (Slack says “is_archived”)');
    expect((await find())?.suspended?.code).toBe('is_archived');
  });

  test('goes on once it is back and somebody invites the bot', async () => {
    const { enrolled, standIn, happens, botJoins, next } = await office();
    await enrolled();
    archive(standIn.workspace, 'CTEAM');
    await happens(channelArchived());
    const channel = standIn.workspace.channels.get('CTEAM');
    if (channel) channel.is_archived = false;
    await botJoins();
    expect(await next()).toEqual(planned);
  });
});

test('the same event twice does the same as once', async () => {
  const { enrolled, standIn, receiver, find, texts } = await office();
  await enrolled();
  leave(standIn.workspace, 'CTEAM', 'UANN');
  await receiver.send(memberLeft({ user: 'UANN' }));
  await receiver.send(memberLeft({ user: 'UANN' }), { retry: 1 });
  await receiver.settled();
  expect((await find())?.settings.managers).toEqual([]);
  expect(texts().filter((text) => text.includes('left the channel'))).toHaveLength(1);
});

test.each(Object.keys(eventRoutes))(
  '%s without its fields ends as a code in the log, nothing else',
  async (type) => {
    const codes: unknown[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (_: string, fields?: object) => void codes.push(fields),
    };
    const opened = await openOffice({ log });
    await opened.receiver.send(event({ type, canary: 'UCANARY' }));
    await opened.receiver.settled();
    expect(codes).toEqual([{ code: 'ZodError' }]);
    expect(opened.receiver.lateErrors).toEqual([]);
  },
);
