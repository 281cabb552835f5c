import { findButton } from './buttons.ts';
import type { ControlApi } from './control-api.ts';
import type { View } from './shapes.ts';
import type { UiSocket } from './ui-socket.ts';

export type HomeDeps = {
  readonly api: ControlApi;
  readonly ui: UiSocket;
  readonly appId: string;
};

/** What a person does and sees on the app's Home tab. */
export function homeVerbs({ api, ui, appId }: HomeDeps) {
  const published = (user: string, act: () => unknown): Promise<View> =>
    ui.after(`the Home tab of ${user}`, act, (frame) =>
      frame.t === 'home' && frame.user === user && frame.appId === appId ? frame.view : undefined,
    );

  return {
    /** Opens the Home tab and gives what the app publishes then. */
    openHome: (user: string) => published(user, () => api.post('open-home', { user, appId })),

    /** What the app published last for this person, if anything. */
    home: (user: string): View | undefined => ui.home(user, appId),

    /** Presses a button on the Home tab. The press carries no `view`, unlike Slack's. */
    pressHome: (user: string, actionId: string, value?: string): void => {
      const action = findButton(ui.home(user, appId)?.blocks, actionId, value);
      ui.send({ t: 'block_action', channel: '', messageTs: '', user, action, appId });
    },
  };
}
