import { messagesIn } from '../../playground/stand-in/workspace.ts';
import type { WorldOptions } from '../../playground/world/world.ts';
import { handOverFields as fields } from '../../src/practice/hand-over-input.ts';
import { openOffice } from '../listeners/office.ts';

export type HandOverOffice = Awaited<ReturnType<typeof openHandOverOffice>>;

/** What a form says unless it says otherwise. */
export const entered = {
  [fields.to]: 'UBEN',
  [fields.outcome]: 'The customer list is one that everybody trusts',
  [fields.context]: 'Half of it is in the old sheet; Cat knows which half.',
  [fields.latitude]: 'propose-first',
  [fields.checkIn]: '2026-01-12',
} as const;

export type Entered = { readonly [block: string]: string | null };

const direct = (user: string) => `D${user.slice(1)}`;

/** The office, in which Ann hands things over to Ben. */
export async function openHandOverOffice(options: Partial<WorldOptions> = {}) {
  const office = await openOffice(options);
  const { standIn } = office;
  const written = (user: string) => messagesIn(standIn.workspace, direct(user));
  /** The last message with a card that the person got. */
  const card = (user = 'UBEN') => written(user).findLast(({ blocks }) => !isForGiver(blocks));

  return {
    ...office,

    /** The form that was opened last. */
    lastForm: () => JSON.parse(JSON.stringify([...standIn.workspace.modals.values()].at(-1))),

    /** Opens the form by the command and sends it; returns what the app acked with. */
    async handOver(changed: Entered = {}, user = 'UANN', channel = 'CTEAM') {
      await office.say('handoff', user, channel);
      const form = [...standIn.workspace.modals.values()].at(-1);
      return office.send(JSON.parse(JSON.stringify(form)), { ...entered, ...changed }, user);
    },

    card,
    written,

    /** Presses a button of the receiver's card; returns the private answers, as text. */
    async says(
      reply: 'take' | 'talk' | 'decline',
      { user = 'UBEN', seen = card(), channel = direct('UBEN') } = {},
    ): Promise<readonly string[]> {
      if (seen === undefined) throw new Error('there is no card');
      const actionId = `${reply}-hand-over.card.en`;
      const press = { user, channel, messageTs: seen.ts, actionId, value: '', seen };
      const answers = await office.press(press);
      return answers.map(({ body }) => String(body.text));
    },
  };
}

/** The giver's messages have no part about what the receiver is free to do. */
const isForGiver = (blocks: readonly unknown[]): boolean =>
  !JSON.stringify(blocks).includes('How free you are');
