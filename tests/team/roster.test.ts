import { expect, test } from 'vitest';
import type { ChannelInfo } from '../../src/slack/channel-info.ts';
import { channelProblem } from '../../src/team/channel-check.ts';
import { respondentsOf } from '../../src/team/roster.ts';
import { person } from './teams.ts';

test('respondents are people: no bots, no guests, no deactivated accounts and no managers', () => {
  const members = [
    person('UANN'),
    person('UBEN'),
    person('UCAT'),
    person('UBOT', { isBot: true }),
    person('UGUEST', { isGuest: true }),
    person('UGONE', { isDeactivated: true }),
  ];
  expect(respondentsOf(members, ['UANN'])).toEqual(['UBEN', 'UCAT']);
  expect(respondentsOf(members, ['UANN', 'UBEN', 'UCAT', 'UELSEWHERE'])).toEqual([]);
  expect(respondentsOf(members, [])).toEqual(['UANN', 'UBEN', 'UCAT']);
});

const fine: ChannelInfo = { name: 'team', hasBot: true, isArchived: false, isShared: false, isDirect: false };

test.each([
  ['an ordinary channel with the bot', 'C1', fine, undefined],
  ['a direct message, seen or not', 'D1', undefined, 'direct-message'],
  ['a direct message that Slack shows', 'D1', fine, 'direct-message'],
  ['a direct message of several people', 'C1', { ...fine, isDirect: true }, 'direct-message'],
  ['a private channel without the bot', 'C1', undefined, 'not-visible'],
  ['an archived channel', 'C1', { ...fine, isArchived: true, hasBot: false }, 'archived'],
  ['a channel shared with another company', 'C1', { ...fine, isShared: true }, 'shared'],
  ['a shared channel without the bot', 'C1', { ...fine, isShared: true, hasBot: false }, 'shared'],
  ['a channel without the bot', 'C1', { ...fine, hasBot: false }, 'bot-missing'],
] as const)('%s', (_, channel, info, problem) => {
  expect(channelProblem(channel, info)).toBe(problem);
});
