import { describe, expect, it } from 'vitest';
import { deliveriesLikeSlack } from '../../playground/deliveries.ts';
import type { Message } from '../../playground/shapes.ts';

const home = { id: 'V1', type: 'home', private_metadata: '{"page":0}' };
const said: readonly Message[] = [
  { ts: '1.1', channel: 'C1', user: 'U1', text: 'the old sheet' },
  { ts: '1.2', channel: 'C1', user: 'U2', text: 'the newest' },
  { ts: '1.3', channel: 'C1', user: 'U0HANDS', bot_id: 'B0', text: 'a card' },
];
const translate = deliveriesLikeSlack({
  homeOf: (user) => (user === 'U1' ? home : undefined),
  messages: async (channel) => said.filter((message) => message.channel === channel),
});
const interactive = async (payload: object) =>
  (await translate({ type: 'interactive', payload: { ...payload } })).payload;
const typed = (text: string) =>
  translate({
    type: 'slash_commands',
    payload: {
      ...{ command: '/shortcut', text, team_id: 'T1', team_domain: 'tide', user_id: 'U1', user_name: 'ama' },
      ...{ channel_id: 'C1', channel_name: 'harbour', response_url: 'http://answer', trigger_id: 't.1' },
    },
  });

describe('what local-slack delivers', () => {
  it('brings the Home tab along with a press on it, instead of a message', async () => {
    const pressed = {
      ...{
        type: 'block_actions',
        user: { id: 'U1' },
        channel: { id: '', name: '' },
        actions: [{ value: 'C1' }],
      },
      ...{
        container: { type: 'message', channel_id: '' },
        response_url: 'http://nowhere',
        trigger_id: 't.1',
      },
    };
    expect(await interactive(pressed)).toEqual({
      ...{ type: 'block_actions', user: { id: 'U1' }, actions: [{ value: 'C1' }], trigger_id: 't.1' },
      ...{ container: { type: 'view', view_id: 'V1' }, view: home },
    });
  });

  it('leaves a press in a channel as it is', async () => {
    const pressed = { type: 'block_actions', user: { id: 'U1' }, channel: { id: 'C1' }, message: said[0] };
    expect(await interactive(pressed)).toEqual(pressed);
  });

  it('answers for the fields of a form that nobody touched', async () => {
    const element = { type: 'datepicker', action_id: 'day', initial_date: '2026-01-12' };
    const values = { day: { day: { type: 'datepicker', selected_date: null } } };
    const blocks = [{ type: 'input', block_id: 'day', element }];
    const sent = { type: 'view_submission', view: { callback_id: 'form', blocks, state: { values } } };
    expect(await interactive(sent)).toMatchObject({
      view: { callback_id: 'form', state: { values: { day: { day: { selected_date: '2026-01-12' } } } } },
    });
  });

  it('is a shortcut where /shortcut was typed', async () => {
    const { type, payload } = await typed(' ask ');
    expect(type).toBe('interactive');
    expect(payload).toMatchObject({
      ...{ type: 'shortcut', callback_id: 'ask', trigger_id: 't.1', team: { id: 'T1' }, user: { id: 'U1' } },
    });
    expect(payload).not.toHaveProperty('channel');
  });

  it('is a message shortcut about what a person said last, where its name ends so', async () => {
    expect((await typed('hand-over-message')).payload).toMatchObject({
      ...{ type: 'message_action', callback_id: 'hand-over-message', response_url: 'http://answer' },
      ...{ channel: { id: 'C1', name: 'harbour' }, message: said[1], message_ts: '1.2' },
    });
  });

  it('stays as it is where it is another command, or an event', async () => {
    const command = { type: 'slash_commands', payload: { command: '/hands', text: 'help' } };
    expect(await translate(command)).toBe(command);
    const event = { type: 'events_api', payload: { event: { type: 'app_home_opened' } } };
    expect(await translate(event)).toBe(event);
  });
});
