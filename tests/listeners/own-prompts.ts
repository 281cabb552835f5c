import { formValues } from '../../playground/form-values.ts';
import type { WorldOptions } from '../../playground/world/world.ts';
import { openOffice } from './office.ts';

export type Words = { readonly track?: string; readonly question?: string; readonly try?: string };

/** A button of the list, with what it asks before it does anything. */
export type ListButton = {
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
  readonly accessibility_label?: string;
  readonly confirm?: { readonly title: object; readonly text: { readonly text: string } };
};

/** A team of Ann's, and what one does with its own prompts, with Slack's own gestures. */
export async function ownPromptsOffice(options: Partial<WorldOptions> = {}) {
  const office = await openOffice(options);
  const { standIn } = office;
  await office.enrolled();

  const shown = (viewId: string) => JSON.parse(JSON.stringify(standIn.workspace.modals.get(viewId) ?? null));
  const ids = () => [...standIn.workspace.modals.keys()];

  /** What `act` opens: the id of the new modal. */
  async function opened(act: () => Promise<unknown>): Promise<string> {
    const known = new Set(ids());
    const answer = await act();
    const found = ids().find((id) => !known.has(id));
    if (found === undefined) throw new Error(`no modal was opened: ${JSON.stringify(answer)}`);
    return found;
  }

  const pressIn = (viewId: string, actionId: string, value = '', user = 'UANN') =>
    office.pressInModal({ user, viewId, actionId, value });

  const buttons = (viewId: string): readonly ListButton[] =>
    shown(viewId).blocks.flatMap((block: { elements?: ListButton[]; type: string }) =>
      block.type === 'actions' ? block.elements : [],
    );

  /** The words as entries of the form. */
  const entries = (words: Words) =>
    Object.fromEntries(Object.entries(words).map(([field, value]) => [`own-${field}`, value]));

  const here = {
    ...office,
    shown,
    pressIn,
    buttons,

    /** Every text of a modal, in its order. */
    textsOf: (viewId: string): string =>
      JSON.stringify(shown(viewId).blocks, (_, value) => value)
        .match(/"text":"(?:[^"\\]|\\.)*"/g)
        ?.map((found) => JSON.parse(`{${found}}`).text)
        .join('\n') ?? '',

    /** Opens the list; returns its id. */
    list: (user = 'UANN') => opened(() => office.say('prompts', user)),

    /** Opens the form on top of a list, for a new prompt or for the one with this id; returns it as a person sees it. */
    async formOn(list: string, id?: string) {
      const action = id === undefined ? 'add-own-prompt' : 'edit-own-prompt';
      return shown(await opened(() => pressIn(list, action, id ?? 'add')));
    },

    /** Opens the form for a new prompt by a command. */
    formBy: async (text: string) => shown(await opened(() => office.say(text))),

    /** Sends a form; returns the errors by field, if there are any. */
    async sendWords(form: Parameters<typeof office.send>[0], words: Words, user = 'UANN') {
      const { response } = await office.send(form, entries(words), user);
      return Reflect.get(Object(response), 'errors');
    },

    /** The values of a form as Slack would send them. */
    valuesOf: (form: Parameters<typeof formValues>[0], words: Words) =>
      JSON.parse(JSON.stringify(formValues(form, entries(words)))),

    /** What is stored, the oldest first. */
    async prompts(by = 'UANN') {
      const found = await office.app.rooms.ownPrompts.list({
        id: { workspace: 'TWORK', channel: 'CTEAM' },
        by,
      });
      return found.kind === 'list' ? found.prompts : [];
    },

    /** Adds so many through the service, quickly; the channel hears of each. */
    async added(count: number) {
      for (let number = 1; number <= count; number += 1) {
        const words = { track: 'delegation', question: `Question ${number} of ours?`, try: 'Try it.' };
        await office.app.rooms.ownPrompts.add(
          { id: { workspace: 'TWORK', channel: 'CTEAM' }, by: 'UANN' },
          words,
        );
      }
      return here.prompts();
    },
  };
  return here;
}

export type OwnPromptsOffice = Awaited<ReturnType<typeof ownPromptsOffice>>;
