import { expect, test } from 'vitest';
import { addUser, archive, directChannel, messagesIn } from '../../playground/stand-in/workspace.ts';
import { createJumpingClock } from '../../playground/world/jumping-clock.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/duration.ts';
import { codeOf, slack } from './world.ts';

const start = Date.UTC(2026, 0, 5, 8);
const inSeconds = (instant: number) => Math.floor(instant / SECOND);

async function later() {
  const clock = createJumpingClock(start);
  const world = await slack({ clock });
  const { standIn, client } = world;
  const schedule = (after: number, more: { readonly channel?: string; readonly thread_ts?: string } = {}) =>
    client.chat.scheduleMessage({
      channel: 'CTEAM',
      text: `after ${after / HOUR} h`,
      post_at: inSeconds(start + after),
      ...more,
    });
  const texts = (channel = 'CTEAM') => messagesIn(standIn.workspace, channel).map(({ text }) => text);
  const jump = (after: number) => {
    clock.jumpTo(start + after);
    standIn.deliverDue();
  };
  return { ...world, schedule, texts, jump };
}

test('a scheduled message is posted when its time has come, once, the earliest first', async () => {
  const { schedule, texts, jump, client } = await later();
  await schedule(2 * HOUR);
  await schedule(HOUR);
  jump(HOUR - SECOND);
  expect(texts()).toEqual([]);
  jump(2 * HOUR);
  expect(texts()).toEqual(['after 1 h', 'after 2 h']);
  await client.chat.postMessage({ channel: 'CTEAM', text: 'now' });
  jump(3 * HOUR);
  expect(texts()).toEqual(['after 1 h', 'after 2 h', 'now']);
});

test('it can be a reply in a thread, and goes to direct messages by the id of their channel only', async () => {
  const { standIn, schedule, texts, jump } = await later();
  const { id } = directChannel(standIn.workspace, 'UBEN');
  await schedule(HOUR, { thread_ts: '1.2' });
  await schedule(HOUR, { channel: id });
  expect(await codeOf(schedule(HOUR, { channel: 'UBEN' }))).toBe('channel_not_found');
  jump(HOUR);
  expect(messagesIn(standIn.workspace, 'CTEAM')[0]?.thread_ts).toBe('1.2');
  expect(texts(id)).toEqual(['after 1 h']);
});

test('one that was taken back is not posted; one that was posted or is about to be cannot be', async () => {
  const { client, schedule, texts, jump } = await later();
  const takeBack = (id: string | undefined) =>
    codeOf(client.chat.deleteScheduledMessage({ channel: 'CTEAM', scheduled_message_id: id ?? '' }));
  const [first, second] = [await schedule(HOUR), await schedule(2 * HOUR)];
  expect(await takeBack(first.scheduled_message_id)).toBe('ok');
  expect(await takeBack(first.scheduled_message_id)).toBe('invalid_scheduled_message_id');
  jump(2 * HOUR - 30 * SECOND);
  expect(await takeBack(second.scheduled_message_id)).toBe('invalid_scheduled_message_id');
  jump(2 * HOUR);
  expect(texts()).toEqual(['after 2 h']);
  expect(await takeBack(second.scheduled_message_id)).toBe('invalid_scheduled_message_id');
});

test.each([
  ['the past', -MINUTE, 'time_in_past'],
  ['this very moment', 0, 'time_in_past'],
  ['more than 120 days ahead', 121 * DAY, 'time_too_far'],
  ['exactly 120 days ahead', 120 * DAY, 'ok'],
])('Slack’s answer for %s', async (_, after, code) => {
  const { schedule } = await later();
  expect(await codeOf(schedule(after))).toBe(code);
});

test('the 31st within five minutes in a channel is refused', async () => {
  const { schedule } = await later();
  for (let count = 0; count < 30; count += 1) await schedule(HOUR + count * SECOND);
  expect(await codeOf(schedule(HOUR + MINUTE))).toBe('restricted_too_many');
  expect(await codeOf(schedule(2 * HOUR))).toBe('ok');
});

test('where the bot cannot write it is refused at once, or lost when its time comes', async () => {
  const { standIn, schedule, texts, jump } = await later();
  addUser(standIn.workspace, { id: 'UCAT' });
  const { id } = directChannel(standIn.workspace, 'UCAT');
  await schedule(HOUR);
  await schedule(HOUR, { channel: id });
  archive(standIn.workspace, 'CTEAM');
  addUser(standIn.workspace, { id: 'UCAT', deleted: true });
  expect(await codeOf(schedule(HOUR))).toBe('is_archived');
  jump(HOUR);
  expect([...texts(), ...texts(id)]).toEqual([]);
});
