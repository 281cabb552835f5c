import { controlApi } from './control-api.ts';
import { channelVerbs } from './control-channel.ts';
import { formVerbs } from './control-form.ts';
import { homeVerbs } from './control-home.ts';
import { type Channel, type LogEntry, readChannels, readLog } from './shapes.ts';
import { openUiSocket } from './ui-socket.ts';
import { until } from './until.ts';

export type ControlOptions = {
  /** Address of the local Slack. */
  readonly url: string;
  readonly appId: string;
  /** The app's slash command, with its slash. Default `/hands`. */
  readonly slashCommand?: string;
  /** How long to wait for the app, in milliseconds. Default 10,000. */
  readonly timeout?: number;
};

export type Control = Awaited<ReturnType<typeof openControl>>;

/**
 * Hands for any member of the local workspace, without a browser. A verb that reaches the app returns when the app has
 * acknowledged, or after 5 s without a word: local-slack does not tell the two apart. What the app does after that has
 * to be waited for, with `message`, `ephemeral`, `form` or `openHome`.
 * @throws Error when nothing answers at `url`; every wait throws after `timeout`
 */
export async function openControl(options: ControlOptions) {
  const { url, appId, slashCommand = '/hands', timeout = 10_000 } = options;
  const api = controlApi(url);
  const ui = await openUiSocket(url, timeout);
  const channels = async (): Promise<readonly Channel[]> => readChannels(await api.get('state'));
  return {
    ...channelVerbs({ api, appId, slashCommand, timeout }),
    ...formVerbs({ ui, timeout }),
    ...homeVerbs({ api, ui, appId }),

    /** Waits until the app's Socket Mode connection is up. Over HTTP there is none, and this fails. */
    connected: () => until('the app to connect', () => ui.isConnected(appId), { timeout }),

    /** The last 1,000 things that went between Slack and the app, the oldest first. Compare ids, not positions. */
    log: async (): Promise<readonly LogEntry[]> => readLog(await api.get('log')),

    /** Channels and direct messages with their members. */
    channels,

    /** The id of the direct messages between the app and this person. They are there once the app has written one. */
    direct: (user: string): Promise<string> =>
      until(
        `a direct message to ${user}`,
        async () => (await channels()).find(({ is_im, members }) => is_im && members.includes(user))?.id,
        { timeout },
      ),

    /** Empties the workspace: messages, forms, Home tabs, log. The app is not told. */
    reset: () => api.post('reset', {}),

    close: ui.close,
  };
}
