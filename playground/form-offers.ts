/**
 * local-slack shows no field's initial choice, and a menu of people not at all. What a form offers is therefore
 * written where its page does show it; the app takes what does not come back for what it offered.
 */

type Text = { readonly type: string; readonly text: string };
type Offer = { readonly text: Text };
type Field = {
  readonly type: string;
  readonly label?: Text;
  readonly hint?: Text;
  readonly element?: {
    readonly type: string;
    readonly placeholder?: Text;
    readonly initial_option?: Offer;
    readonly initial_options?: readonly Offer[];
    readonly initial_users?: readonly string[];
  };
};

/** A view, as JSON, that shows what it offers. */
export function withVisibleOffers(view: string): string {
  const parsed: { readonly blocks: readonly Field[] } = JSON.parse(view);
  return JSON.stringify({ ...parsed, blocks: parsed.blocks.map(visible) });
}

function visible(field: Field): object {
  const { element, hint } = field;
  if (element?.initial_option !== undefined)
    return { ...field, element: { ...element, placeholder: element.initial_option.text } };
  if (element?.initial_options !== undefined) {
    const offers = `Untouched, it stays with: ${element.initial_options.map(({ text }) => text.text).join(', ')}.`;
    return { ...field, hint: { type: 'plain_text', text: [hint?.text, offers].filter(Boolean).join(' ') } };
  }
  return element?.type === 'multi_users_select' ? asText(field) : field;
}

/** A field for people as a paragraph: nobody can use it here, and it would come back empty. */
function asText({ label, hint, element }: Field): object {
  const people = (element?.initial_users ?? []).map((user) => `<@${user}>`).join(', ');
  const note = '_(Slack lets you choose people here; local-slack cannot.)_';
  const text = [`*${label?.text ?? ''}*: ${people}`, hint?.text, note].filter(Boolean).join('\n');
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
