import { z } from 'zod';
import { type StateValues, slackAnswers } from './form-answers.ts';
import type { Message } from './shapes.ts';

/** Something that Slack hands to an app, in the words of Socket Mode's envelopes. */
export type Delivery = { readonly type: string; readonly payload: Payload };
export type Payload = Readonly<Record<string, unknown>>;

export type DeliveryDeps = {
  /** The Home tab that the app published last for a person. */
  readonly homeOf: (user: string) => object | undefined;
  /** Everything in a channel, the oldest first. */
  readonly messages: (channel: string) => Promise<readonly Message[]>;
};

/** Typed in the message box it plays a shortcut, which local-slack's page does not offer: `/shortcut <callback id>`. */
export const shortcutCommand = '/shortcut';
/** Callback ids of message shortcuts end so. They are about the last message that a person wrote in the channel. */
const MESSAGE_SHORTCUT = /-message$/;

const submission = z.looseObject({
  view: z.looseObject({
    blocks: z.unknown(),
    state: z.looseObject({ values: z.custom<StateValues>((values) => typeof values === 'object') }),
  }),
});
const press = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
});
const typed = z.looseObject({
  command: z.string(),
  text: z.string(),
  team_id: z.string(),
  team_domain: z.string(),
  user_id: z.string(),
  user_name: z.string(),
  channel_id: z.string(),
  channel_name: z.string(),
  response_url: z.string(),
  trigger_id: z.string(),
});

/**
 * What local-slack delivers, as Slack would deliver it: forms answer with what they offered, a press on the Home tab
 * brings the tab along, and a typed `/shortcut` is a shortcut.
 */
export function deliveriesLikeSlack({ homeOf, messages }: DeliveryDeps) {
  return async (delivery: Delivery): Promise<Delivery> => {
    const { type, payload } = delivery;
    if (type === 'slash_commands' && payload.command === shortcutCommand)
      return { type: 'interactive', payload: await shortcut(typed.parse(payload)) };
    if (payload.type === 'view_submission') return { type, payload: answered(payload) };
    return payload.type === 'block_actions' ? { type, payload: pressed(payload) } : delivery;
  };

  /** A press on a Home tab names an empty channel, and nothing else of where it was. */
  function pressed(payload: Payload): Payload {
    const { user, channel } = press.parse(payload);
    const view = homeOf(user.id);
    if (channel.id !== '' || view === undefined) return payload;
    const { channel: _, message: __, response_url: ___, ...rest } = payload;
    return { ...rest, view, container: { type: 'view', view_id: Reflect.get(view, 'id') } };
  }

  async function shortcut(command: z.infer<typeof typed>): Promise<Payload> {
    const { team_id, team_domain, user_id, user_name, channel_id, channel_name } = command;
    const callback_id = command.text.trim();
    const common = {
      callback_id,
      team: { id: team_id, domain: team_domain },
      user: { id: user_id, username: user_name, name: user_name, team_id },
      is_enterprise_install: false,
      enterprise: null,
      trigger_id: command.trigger_id,
      action_ts: `${Date.now() / 1_000}`,
    };
    if (!MESSAGE_SHORTCUT.test(callback_id)) return { type: 'shortcut', ...common };
    const message = (await messages(channel_id)).findLast((each) => !('bot_id' in each));
    const place = { channel: { id: channel_id, name: channel_name }, response_url: command.response_url };
    return { type: 'message_action', ...common, ...place, message, message_ts: message?.ts };
  }
}

export type Translate = ReturnType<typeof deliveriesLikeSlack>;

function answered(payload: Payload): Payload {
  const { view } = submission.parse(payload);
  const values = slackAnswers(view.blocks, view.state.values);
  return { ...payload, view: { ...view, state: { ...view.state, values } } };
}
