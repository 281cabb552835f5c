import type { GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { CHANNEL, common, PERSON, RESPONSE_URL, TRIGGER, team, WORKSPACE } from './payloads-defaults.ts';

export type ShortcutOptions = {
  readonly callbackId: string;
  readonly user?: string;
  readonly workspace?: string;
  readonly triggerId?: string;
};

/** Someone chooses a shortcut from the search or the message field: nothing of where they are comes along. */
export function globalShortcut(options: ShortcutOptions): GlobalShortcut {
  const { user = PERSON, workspace = WORKSPACE } = options;
  return {
    ...chosen(options),
    type: 'shortcut',
    user: { id: user, username: user.toLowerCase(), team_id: workspace },
  };
}

export type MessageShortcutOptions = ShortcutOptions & {
  readonly channel?: string;
  /** As Slack writes it: mrkdwn. */
  readonly text?: string;
  readonly responseUrl?: string;
};

/** Someone chooses a shortcut in the menu of a message. The whole message comes along. */
export function messageShortcut(options: MessageShortcutOptions): MessageShortcut {
  const { user = PERSON, workspace = WORKSPACE, channel = CHANNEL, text } = options;
  const ts = '1700000000.000001';
  return {
    ...chosen(options),
    type: 'message_action',
    user: { id: user, name: user.toLowerCase(), username: user.toLowerCase(), team_id: workspace },
    channel: { id: channel, name: 'team' },
    message: { type: 'message', user: 'UBEN', ts, ...(text === undefined ? {} : { text }) },
    message_ts: ts,
    response_url: options.responseUrl ?? RESPONSE_URL,
  };
}

function chosen({ callbackId, workspace = WORKSPACE, triggerId = TRIGGER }: ShortcutOptions) {
  return {
    ...common,
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: '1700000001.000001',
    is_enterprise_install: false,
    team: { ...team, id: workspace },
  };
}
