import type { formValues } from '../../playground/form-values.ts';
import type { Message } from '../../playground/stand-in/workspace.ts';
import { buttonsOf, type Office } from './office.ts';

/** Short verbs for asking for a hand in an office. */
export function asking(office: Office, channel = 'CTEAM') {
  const { standIn } = office;

  /** The form as it stands on the screen of whoever opened one last. */
  function form() {
    const view = [...standIn.workspace.modals.values()].at(-1);
    if (view === undefined) throw new Error('no form was opened');
    return JSON.parse(JSON.stringify(view));
  }

  /** Opens the form by the command, and sends it; returns what the app acked with. */
  async function ask(what: string, entries: Parameters<typeof formValues>[1] = {}, user = 'UANN') {
    await office.say('ask', user, channel);
    return office.send(form(), { 'ask-what': what, ...entries }, user);
  }

  /** The last card in the channel. */
  function card(): Message {
    const isCard = ({ blocks }: Message) => JSON.stringify(blocks).includes('help-with-ask');
    const found = office.posts(channel).filter(isCard).at(-1);
    if (found === undefined) throw new Error('there is no card');
    return { ...found };
  }

  /** Presses a button of a card (as this person sees it); returns the private line. */
  async function press(user: string, action: 'help' | 'thank' | 'drop', seen: Message): Promise<string> {
    const actionId = { help: 'help-with-ask', thank: 'thank-for-ask', drop: 'drop-ask' }[action];
    const button = buttonsOf(seen.blocks).find((one) => one.actionId === actionId);
    const place = { channel, messageTs: seen.ts, seen };
    const answers = await office.press({ user, actionId, value: button?.value ?? '', ...place });
    return answers.map(({ body }) => String(body.text)).join('\n');
  }

  /** What a message of the channel says now. */
  const text = ({ ts }: Message) => office.posts(channel).find((one) => one.ts === ts)?.text ?? '';

  return { form, ask, card, press, text };
}
