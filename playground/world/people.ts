import type { FakeReceiver } from '../../tests/support/fake-receiver.ts';
import {
  type FormValues,
  globalShortcut,
  homeButton,
  homeOpened,
  messageButton,
  messageShortcut,
  modalAction,
  type SubmissionOptions,
  slashCommand,
  viewSubmission,
} from '../../tests/support/payloads.ts';
import type { Response } from '../stand-in/response-urls.ts';
import type { StandIn } from '../stand-in/stand-in.ts';
import { type Message, messagesIn } from '../stand-in/workspace.ts';

/** What a button press is made of. */
export type Press = {
  readonly user: string;
  readonly channel: string;
  readonly messageTs: string;
  readonly actionId: string;
  readonly value: string;
  /** The message as this person sees it, where that is not as it is now. */
  readonly seen?: Message;
  /** `ephemeral`: in a line that only this person sees. Default: in the channel. */
  readonly visibility?: 'channel' | 'ephemeral';
};

/** A button of a modal, by the id of its view. */
export type ModalPress = Pick<Press, 'user' | 'actionId' | 'value'> & { readonly viewId: string };

/** A shortcut, by its callback id. */
export type Choice = {
  readonly user: string;
  readonly callbackId: string;
  /** The message that it is chosen at. */
  readonly at?: { readonly channel: string; readonly text: string };
};

/** What people do in the world: each verb hands a payload to the app and waits until it is done with it. */
export function createPeople(world: {
  readonly standIn: StandIn;
  readonly receiver: Pick<FakeReceiver, 'send' | 'settled'>;
}) {
  const { standIn, receiver } = world;
  const workspace = standIn.workspace.team.id;

  /** What was answered privately to whatever `act` does. */
  async function answersTo(
    act: (responseUrl: string) => Promise<unknown>,
    user: string,
    channel: string,
  ): Promise<readonly Response[]> {
    const responseUrl = standIn.responseUrl(user, channel);
    await act(responseUrl);
    await receiver.settled();
    return standIn.responses.filter(({ url }) => url === responseUrl);
  }

  return {
    /** Types `/hands <text>`; returns the private answers. */
    command: (user: string, channel: string, text: string) =>
      answersTo(
        (response_url) =>
          receiver.send(
            slashCommand({
              user_id: user,
              channel_id: channel,
              team_id: workspace,
              text,
              response_url,
              trigger_id: standIn.triggerId(),
            }),
          ),
        user,
        channel,
      ),

    /** Presses a button; returns the private answers. */
    press: (press: Press) =>
      answersTo(
        (responseUrl) => {
          const triggerId = standIn.triggerId();
          const shown = messagesIn(standIn.workspace, press.channel).find(({ ts }) => ts === press.messageTs);
          const { blocks = [] } = press.seen ?? shown ?? {};
          return receiver.send(messageButton({ ...press, blocks, workspace, responseUrl, triggerId }));
        },
        press.user,
        press.channel,
      ),

    /** Presses a button of a modal that is open; returns what the app acked with. */
    async pressInModal({ user, viewId, ...button }: ModalPress) {
      const metadata = standIn.workspace.modals.get(viewId)?.private_metadata;
      const view = { id: viewId, private_metadata: String(metadata ?? '') };
      const triggerId = standIn.triggerId(viewId);
      const delivery = await receiver.send(modalAction({ ...button, user, workspace, view, triggerId }));
      await receiver.settled();
      return delivery;
    },

    /** Presses a button of the Home tab as it was published last. */
    async pressHome({ user, ...button }: Pick<Press, 'user' | 'actionId' | 'value'>) {
      const home = standIn.workspace.homes.get(user);
      const view = { id: home?.id ?? 'VHOME', private_metadata: String(home?.private_metadata ?? '') };
      const triggerId = standIn.triggerId();
      const delivery = await receiver.send(homeButton({ ...button, user, workspace, view, triggerId }));
      await receiver.settled();
      return delivery;
    },

    /** Sends a form; returns what the app acked with. */
    async submit(
      user: string,
      form: Pick<SubmissionOptions, 'callbackId' | 'privateMetadata' | 'view'>,
      values: FormValues,
    ) {
      const delivery = await receiver.send(viewSubmission({ user, workspace, ...form, values }));
      await receiver.settled();
      return delivery;
    },

    /** Chooses a shortcut, at a message where one is given; returns what the app acked with. */
    async choose({ user, callbackId, at }: Choice) {
      const chosen = { user, workspace, callbackId, triggerId: standIn.triggerId() };
      const body =
        at === undefined
          ? globalShortcut(chosen)
          : messageShortcut({ ...chosen, ...at, responseUrl: standIn.responseUrl(user, at.channel) });
      const delivery = await receiver.send(body);
      await receiver.settled();
      return delivery;
    },

    /** Opens the Home tab; returns it as it was published. */
    async openHome(user: string) {
      await receiver.send(homeOpened({ user, workspace }));
      await receiver.settled();
      return standIn.workspace.homes.get(user);
    },
  };
}
