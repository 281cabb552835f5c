/**
 * local-slack shows no field's initial choice, and a menu of people or channels without anything in it. What a form
 * offers is therefore written where its page does show it, and such menus become plain ones; `form-answers.ts` turns
 * what comes back into what Slack would send. A field for several people becomes text: the app takes what does not
 * come back for what it offered.
 */

type Text = { readonly type: string; readonly text: string };
export type Offer = { readonly text: Text; readonly value: string };

type Element = {
  readonly type: string;
  readonly placeholder?: Text;
  readonly initial_option?: Offer;
  readonly initial_options?: readonly Offer[];
  readonly initial_user?: string;
  readonly initial_users?: readonly string[];
  readonly initial_conversation?: string;
};
type Field = {
  readonly type: string;
  readonly label?: Text;
  readonly hint?: Text;
  readonly element?: Element;
};

/** Whom and what the menus of the workspace offer: `value` is an id. */
export type Menus = { readonly people: readonly Offer[]; readonly channels: readonly Offer[] };

/** Says in a plain menu what kind it was; `form-answers.ts` reads it. */
export const madeFrom = 'made_from';

/** A view, as JSON, that shows what it offers. */
export function withVisibleOffers(view: string, menus: Menus): string {
  const parsed: { readonly blocks: readonly Field[] } = JSON.parse(view);
  return JSON.stringify({ ...parsed, blocks: parsed.blocks.map((field) => visible(field, menus)) });
}

function visible(field: Field, menus: Menus): object {
  if (field.element?.type === 'multi_users_select') return asText(field);
  const element = field.element && plainMenu(field.element, menus);
  if (element?.initial_option !== undefined)
    return { ...field, element: { ...element, placeholder: element.initial_option.text } };
  if (element?.initial_options !== undefined) {
    const offers = `Untouched, it stays with: ${element.initial_options.map(({ text }) => text.text).join(', ')}.`;
    const hint = [field.hint?.text, offers].filter(Boolean).join(' ');
    return { ...field, hint: { type: 'plain_text', text: hint } };
  }
  return element === undefined ? field : { ...field, element };
}

/** A menu of people or channels as one that the page can show; any other element as it is. */
function plainMenu(element: Element, { people, channels }: Menus): Element {
  const { type, initial_user: user, initial_conversation: channel } = element;
  if (type === 'users_select') return plainMenuOf(element, people, user);
  return type === 'conversations_select' ? plainMenuOf(element, channels, channel) : element;
}

function plainMenuOf(element: Element, options: readonly Offer[], initial: string | undefined): Element {
  const offered = options.find(({ value }) => value === initial);
  const menu = { ...element, type: 'static_select', options, [madeFrom]: element.type };
  return offered === undefined ? menu : { ...menu, initial_option: offered };
}

/** A field for people as a paragraph: nobody can use it here, and it would come back empty. */
function asText({ label, hint, element }: Field): object {
  const people = (element?.initial_users ?? []).map((user) => `<@${user}>`).join(', ');
  const note = '_(Slack lets you choose people here; local-slack cannot.)_';
  const text = [`*${label?.text ?? ''}*: ${people}`, hint?.text, note].filter(Boolean).join('\n');
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
