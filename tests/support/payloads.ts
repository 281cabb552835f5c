import type { BlockAction, BlockElementAction, SlashCommand, ViewOutput } from '@slack/bolt';
import {
  BOT_USER,
  CHANNEL,
  common,
  PERSON,
  RESPONSE_URL,
  TRIGGER,
  team,
  WORKSPACE,
} from './payloads-defaults.ts';
import { view } from './payloads-views.ts';

export * from './payloads-events.ts';
export * from './payloads-shortcuts.ts';
export { type FormValues, type SubmissionOptions, viewClosed, viewSubmission } from './payloads-views.ts';

/** `/hands <text>` typed in a channel. Any field of Slack's payload can be given. */
export function slashCommand(options: Partial<SlashCommand> = {}): SlashCommand {
  return {
    ...common,
    command: '/hands',
    text: '',
    user_id: PERSON,
    user_name: 'ann',
    team_id: WORKSPACE,
    team_domain: 'workspace',
    channel_id: CHANNEL,
    channel_name: 'team',
    response_url: RESPONSE_URL,
    trigger_id: TRIGGER,
    is_enterprise_install: 'false',
    ...options,
  };
}

export type ButtonOptions = {
  readonly actionId: string;
  readonly value?: string;
  readonly blockId?: string;
  readonly user?: string;
  readonly workspace?: string;
  readonly triggerId?: string;
};

export type MessageButtonOptions = ButtonOptions & {
  readonly channel?: string;
  readonly messageTs?: string;
  readonly responseUrl?: string;
  /** `ephemeral` for a button of an answer only this person sees: such a payload carries no message. */
  readonly visibility?: 'channel' | 'ephemeral';
  /** The message's, which come along; the pressed button is one of the block that has its action id. */
  readonly blocks?: readonly unknown[];
};

/** Someone presses a button of a message in a channel. */
export function messageButton(options: MessageButtonOptions): BlockAction {
  const { channel = CHANNEL, messageTs = '1700000000.000001', visibility = 'channel' } = options;
  const { blocks = [] } = options;
  const isEphemeral = visibility === 'ephemeral';
  return {
    ...pressed({ blockId: blockWith(options.actionId, blocks), ...options }),
    channel: { id: channel, name: 'team' },
    ...(isEphemeral
      ? {}
      : { message: { type: 'message', user: BOT_USER, ts: messageTs, text: '', blocks: [...blocks] } }),
    container: { type: 'message', message_ts: messageTs, channel_id: channel, is_ephemeral: isEphemeral },
    response_url: options.responseUrl ?? RESPONSE_URL,
  };
}

/** The id of the block of buttons that has an action. */
function blockWith(actionId: string, blocks: readonly unknown[]): string {
  const holds = (block: unknown) => JSON.stringify(block).includes(`"action_id":"${actionId}"`);
  const found = blocks.find(holds);
  return typeof found === 'object' && found !== null && 'block_id' in found
    ? String(found.block_id)
    : 'block';
}

export type ViewActionOptions = ButtonOptions & { readonly view?: Partial<ViewOutput> };

/** Someone presses a button of their Home tab: no channel, no message and no response URL come along. */
export function homeButton(options: ViewActionOptions): Omit<BlockAction, 'response_url'> {
  const shown = view({ type: 'home', ...options.view });
  return { ...pressed(options), view: shown, container: { type: 'view', view_id: shown.id } };
}

/** Someone presses a button or changes a field of an open modal. `action` replaces the whole action. */
export function modalAction(
  options: ViewActionOptions & { readonly action?: BlockElementAction },
): Omit<BlockAction, 'response_url'> {
  const shown = view({ type: 'modal', ...options.view });
  const whole = { ...pressed(options), view: shown, container: { type: 'view', view_id: shown.id } };
  return options.action ? { ...whole, actions: [options.action] } : whole;
}

function pressed(options: ButtonOptions): Omit<BlockAction, 'response_url' | 'container'> {
  const user = options.user ?? PERSON;
  const workspace = options.workspace ?? WORKSPACE;
  return {
    ...common,
    type: 'block_actions',
    team: { ...team, id: workspace },
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: workspace },
    trigger_id: options.triggerId ?? TRIGGER,
    is_enterprise_install: false,
    actions: [
      {
        type: 'button',
        action_id: options.actionId,
        block_id: options.blockId ?? 'block',
        text: { type: 'plain_text', text: 'A button', emoji: true },
        ...(options.value === undefined ? {} : { value: options.value }),
        action_ts: '1700000001.000001',
      },
    ],
  };
}
