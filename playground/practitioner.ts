import { dropAction, helpAction, thankAction } from '../src/practice/ask-card-view.ts';
import { handOverActions } from '../src/practice/hand-over-view.ts';
import { askAction, handOverAction } from '../src/practice/practice-buttons.ts';
import { buttonsIn } from './buttons.ts';
import type { Control } from './control.ts';
import type { Entries } from './form-values.ts';
import type { Message } from './shapes.ts';
import { until } from './until.ts';

/** A card, where it stands. */
export type Card = { readonly channel: string; readonly ts: string };

/** The buttons that open forms, and those of cards; a hand-over's also name the language. */
export type CardButton = 'help' | 'thank' | 'drop' | 'take' | 'talk' | 'decline';
export const cardButtons: { readonly [button in CardButton]: string } = {
  help: helpAction,
  thank: thankAction,
  drop: dropAction,
  take: `${handOverActions.take}.card`,
  talk: `${handOverActions.talk}.card`,
  decline: `${handOverActions.decline}.card`,
};

/** The practices as people do them, through the buttons that they see. Users and channels are ids. */
export function practitioner(control: Control) {
  const posted = async (channel: string, button: CardButton, before: readonly Message[]): Promise<Card> => {
    const known = new Set(before.map(({ ts }) => ts));
    const isNew = (message: Message) => !known.has(message.ts) && has(message, button);
    const card = await until('a card', async () => (await control.messages(channel)).find(isNew));
    return { channel, ts: card.ts };
  };
  const fillIn = async (user: string, prompt: Card, action: string, entries: Entries): Promise<void> => {
    await control.press(user, prompt.channel, prompt.ts, action);
    await control.form();
    const submitted = await control.submit(user, entries);
    if (submitted.kind !== 'closed') throw new Error(`The form was not taken: ${JSON.stringify(submitted)}.`);
  };

  return {
    /** Asks for a hand through the button under a prompt; gives the card. */
    async ask(user: string, prompt: Card, entries: Entries): Promise<Card> {
      const before = await control.messages(prompt.channel);
      await fillIn(user, prompt, askAction, entries);
      return posted(prompt.channel, 'help', before);
    },

    /** Hands something over through the button under a prompt; gives the receiver's card. */
    async handOver(user: string, prompt: Card, receiver: string, entries: Entries): Promise<Card> {
      const known = (await control.channels()).find(
        ({ is_im, members }) => is_im && members.includes(receiver),
      );
      const before = known === undefined ? [] : await control.messages(known.id);
      await fillIn(user, prompt, handOverAction, entries);
      return posted(await control.direct(receiver), 'take', before);
    },

    /** Presses a button of a card; false where it is not there (any more). */
    async press(user: string, card: Card, button: CardButton): Promise<boolean> {
      const message = (await control.messages(card.channel)).find(({ ts }) => ts === card.ts);
      const found = buttonsIn(message?.blocks).find(({ action_id }) => isButton(action_id, button));
      if (found === undefined) return false;
      await control.forge(user, card.channel, card.ts, found);
      return true;
    },
  };
}

const isButton = (actionId: string, button: CardButton): boolean => {
  const name = cardButtons[button];
  return actionId === name || actionId.startsWith(`${name}.`);
};

const has = ({ blocks }: Message, button: CardButton): boolean =>
  buttonsIn(blocks).some(({ action_id }) => isButton(action_id, button));
