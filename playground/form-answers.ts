import { z } from 'zod';
import { madeFrom } from './form-offers.ts';

/** One field as it comes back, such as `{ type: 'static_select', selected_option: … }`. */
type Value = Readonly<Record<string, unknown>>;
export type StateValues = Readonly<Record<string, Readonly<Record<string, Value>>>>;

const element = z.looseObject({ type: z.string(), action_id: z.string().optional() });
const blocks = z.array(z.looseObject({ block_id: z.string().optional(), element: element.optional() }));

type Element = z.infer<typeof element>;

/** What a kind of field answers with, and what it was offered with. */
const fields: Readonly<Record<string, { readonly answer: string; readonly offer: string }>> = {
  plain_text_input: { answer: 'value', offer: 'initial_value' },
  datepicker: { answer: 'selected_date', offer: 'initial_date' },
  static_select: { answer: 'selected_option', offer: 'initial_option' },
};

/** What a menu that was made plain answers with at Slack. */
const answers: Readonly<Record<string, string>> = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
};

/**
 * A form's `state.values` as Slack would send them. local-slack leaves out what nobody touched, where Slack sends what
 * was offered; and it says of a date that was taken out that it is ''.
 */
export function slackAnswers(viewBlocks: unknown, values: StateValues): StateValues {
  const elements = new Map(blocks.parse(viewBlocks).map((block) => [block.block_id, block.element]));
  const answered = Object.entries(values).map(([block, actions]) => {
    const field = elements.get(block);
    const each = Object.entries(actions).map(([action, value]) => [action, answerOf(field, value)]);
    return [block, Object.fromEntries(each)];
  });
  return Object.fromEntries(answered);
}

function answerOf(field: Element | undefined, value: Value): Value {
  const kind = fields[field?.type ?? ''];
  if (field === undefined || kind === undefined) return value;
  const { answer, offer } = kind;
  const given = value[answer] ?? field[offer] ?? null;
  const own = answers[String(field[madeFrom])];
  if (own !== undefined) return { type: field[madeFrom], [own]: chosenIn(given) };
  return { ...value, [answer]: field.type === 'datepicker' && given === '' ? null : given };
}

const option = z.looseObject({ value: z.string() });

const chosenIn = (given: unknown): string | null => option.safeParse(given).data?.value ?? null;
