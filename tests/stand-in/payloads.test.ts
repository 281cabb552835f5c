import { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { fakeReceiver } from '../support/fake-receiver.ts';
import * as payloads from '../support/payloads.ts';
import { silent, slack } from './world.ts';

/** Which listener of a real Bolt app a payload reaches, and what that listener sees. */
async function reached(payload: object): Promise<unknown> {
  const { standIn } = await slack();
  const receiver = fakeReceiver();
  const app = new App({
    receiver,
    token: standIn.workspace.bot.token,
    clientOptions: { slackApiUrl: standIn.apiUrl },
    deferInitialization: true,
    logger: silent,
  });
  await app.init();
  const seen: unknown[] = [];
  app.command('/hands', async ({ ack, command }) => {
    seen.push(['command', command.text, command.channel_id, command.user_id]);
    await ack();
  });
  app.action(/.*/, async ({ ack, action, body, respond }) => {
    const place = body.type === 'block_actions' ? (body.channel?.id ?? body.view?.type) : undefined;
    seen.push(['action', 'action_id' in action && action.action_id, place, typeof respond]);
    await ack();
  });
  app.view(/.*/, async ({ ack, view, body }) => {
    seen.push([body.type, view.callback_id, view.private_metadata, view.state.values]);
    await ack();
  });
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack, view, body }) => {
    seen.push([body.type, view.callback_id, 'is_cleared' in body && body.is_cleared]);
    await ack();
  });
  app.event(/.*/, async ({ event }) => {
    seen.push(['event', event.type]);
  });
  await receiver.send(payload);
  await receiver.settled();
  return seen;
}

test('a slash command reaches its listener with what was typed, where, and by whom', async () => {
  const command = payloads.slashCommand({ text: 'setup mon 9:30', channel_id: 'C2', user_id: 'U2' });
  expect(await reached(command)).toEqual([['command', 'setup mon 9:30', 'C2', 'U2']]);
});

test('a button in a channel can be answered by its response URL', async () => {
  expect(await reached(payloads.messageButton({ actionId: 'answer' }))).toEqual([
    ['action', 'answer', 'CTEAM', 'function'],
  ]);
});

test('a button of a private answer carries no message', () => {
  const pressed = payloads.messageButton({ actionId: 'change', visibility: 'ephemeral' });
  expect(pressed).not.toHaveProperty('message');
  expect(pressed.container).toMatchObject({ is_ephemeral: true, channel_id: 'CTEAM' });
});

test('a button of the Home tab or a modal has no response URL', async () => {
  expect(await reached(payloads.homeButton({ actionId: 'summary' }))).toEqual([
    ['action', 'summary', 'home', 'undefined'],
  ]);
  expect(await reached(payloads.modalAction({ actionId: 'day' }))).toEqual([
    ['action', 'day', 'modal', 'undefined'],
  ]);
});

test('a form arrives with its values and the metadata it was opened with', async () => {
  const values = { day: { choose: { type: 'static_select', selected_option: null } } };
  const form = payloads.viewSubmission({ callbackId: 'settings', values, privateMetadata: 'CTEAM' });
  expect(await reached(form)).toEqual([['view_submission', 'settings', 'CTEAM', values]]);
});

test('a closed form is told from a sent one', async () => {
  const closed = payloads.viewClosed({ callbackId: 'settings', isCleared: true });
  expect(await reached(closed)).toEqual([['view_closed', 'settings', true]]);
});

test.each([
  [payloads.memberJoined(), 'member_joined_channel'],
  [payloads.memberLeft(), 'member_left_channel'],
  [payloads.channelArchived(), 'channel_archive'],
  [payloads.channelArchived({ visibility: 'private' }), 'group_archive'],
  [payloads.channelUnarchived(), 'channel_unarchive'],
  [payloads.channelDeleted(), 'channel_deleted'],
  [payloads.channelRenamed(), 'channel_rename'],
  [payloads.channelIdChanged(), 'channel_id_changed'],
  [payloads.homeOpened(), 'app_home_opened'],
])('an event reaches its listener: %#, %s', async (payload, type) => {
  expect(await reached(payload)).toEqual([['event', type]]);
});

test('an event says who, where and which delivery it is', () => {
  const joined = payloads.memberJoined({
    user: 'U2',
    channel: 'C2',
    workspace: 'T2',
    eventId: 'Ev2',
    inviter: 'U3',
  });
  expect(joined).toMatchObject({
    team_id: 'T2',
    event_id: 'Ev2',
    event: { user: 'U2', channel: 'C2', team: 'T2', inviter: 'U3' },
  });
});
