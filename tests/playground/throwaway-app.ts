import { App, type AppOptions, type BlockAction, type ButtonAction } from '@slack/bolt';
import type { LocalSlack } from '../../playground/local-slack.ts';

/** A Bolt app just big enough to press every key of the playground. It knows nothing of Many Hands. */
export type ThrowawayApp = {
  /** What the app heard, in order: `command hello by U01`, `pressed answer=yes by U02`, `submitted {…} by U01`. */
  readonly heard: readonly string[];
  readonly stop: () => Promise<unknown>;
};

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const button = (actionId: string, label: string, value: string) => ({
  type: 'button' as const,
  action_id: actionId,
  text: plain(label),
  value,
});

const form = {
  type: 'modal' as const,
  callback_id: 'settings',
  title: plain('Settings'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'day',
      label: plain('Day'),
      element: {
        type: 'static_select' as const,
        action_id: 'choose',
        options: [option('mon'), option('tue')],
        initial_option: option('mon'),
      },
    },
    {
      type: 'input' as const,
      block_id: 'tracks',
      label: plain('Tracks'),
      element: {
        type: 'checkboxes' as const,
        action_id: 'choose',
        options: [option('ask'), option('delegate')],
      },
    },
    {
      type: 'input' as const,
      block_id: 'managers',
      label: plain('Managers'),
      element: { type: 'multi_users_select' as const, action_id: 'choose', initial_users: ['U01AMA'] },
    },
    {
      type: 'input' as const,
      block_id: 'note',
      label: plain('Note'),
      element: { type: 'plain_text_input' as const, action_id: 'write' },
    },
    {
      type: 'input' as const,
      block_id: 'since',
      label: plain('Since'),
      element: { type: 'datepicker' as const, action_id: 'choose', initial_date: '2026-01-05' },
    },
  ],
};

/** Starts the app over Socket Mode, or over signed HTTP on `port`. */
export async function startThrowawayApp(slack: LocalSlack, port?: number): Promise<ThrowawayApp> {
  const heard: string[] = [];
  const transport: AppOptions =
    port === undefined
      ? { socketMode: true, appToken: slack.appToken }
      : { signingSecret: slack.signingSecret };
  const app = new App({
    ...transport,
    token: slack.botToken,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  await app.init();
  listen(app, heard);
  await (port === undefined ? app.start() : app.start({ port, host: '127.0.0.1' }));
  return { heard, stop: () => app.stop() };
}

function listen(app: App, heard: string[]): void {
  app.command('/hands', async ({ ack, command, client, respond }) => {
    await ack();
    heard.push(`command ${command.text} by ${command.user_id}`);
    if (command.text === 'form') await client.views.open({ trigger_id: command.trigger_id, view: form });
    if (command.text === 'ask') {
      const elements = [button('answer', 'Yes', 'yes'), button('answer-no', 'No', 'no')];
      await client.chat.postMessage({
        channel: command.channel_id,
        text: 'A question',
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: 'A question for everyone' } },
          { type: 'actions', block_id: 'answers', elements },
        ],
      });
    }
    if (command.text === 'hello') await respond({ response_type: 'ephemeral', text: 'Hello, only you' });
  });
  app.action<BlockAction<ButtonAction>>(/.*/, async ({ ack, action, body, respond }) => {
    await ack();
    heard.push(`pressed ${action.action_id}=${action.value} by ${body.user.id}`);
    if (action.action_id !== 'answer') return;
    await respond({ response_type: 'ephemeral', replace_original: false, text: 'Noted, privately' });
  });
  app.view('settings', async ({ ack, body, view }) => {
    heard.push(`submitted ${JSON.stringify(view.state.values)} by ${body.user.id}`);
    const unwanted = view.state.values.note?.write?.value === 'bad';
    await ack(unwanted ? { response_action: 'errors', errors: { note: 'Not that.' } } : undefined);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [
      { type: 'header' as const, text: plain(`Home of ${event.user}`) },
      { type: 'actions' as const, elements: [button('refresh', 'Refresh', 'now')] },
    ];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
}
