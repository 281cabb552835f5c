import type { InputBlock, PlainTextInput } from '@slack/types';
import { option, plain } from './block-kit.ts';

/** One field: its block id names what it asks, and so does the error under it. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};
export type Choice = { readonly value: string; readonly text: string };

/** A sentence of ours as it reads under a field, where formatting is not shown. */
export const unformatted = (sentence: string): string => sentence.replaceAll('*', '');

/** A menu of choices, with one chosen already. */
export function select(field: Field, offered: readonly Choice[], initial: string | undefined): InputBlock {
  const options = offered.map((choice) => option(choice.text, choice.value));
  const chosen = options.find(({ value }) => value === initial);
  return {
    ...input(field),
    element: {
      type: 'static_select',
      action_id: field.id,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  };
}

/** One line of text, filled in already. */
export function text(field: Field, initial: string): InputBlock {
  return { ...input(field), element: textInput(field, initial) };
}

/** Text that may be longer than a line, filled in already. */
export function paragraph(field: Field, initial: string): InputBlock {
  return { ...input(field), element: { ...textInput(field, initial), multiline: true } };
}

function textInput({ id }: Field, initial: string): PlainTextInput {
  return { type: 'plain_text_input', action_id: id, ...(initial ? { initial_value: initial } : {}) };
}

/** The frame of a field: everything but its element. */
export function input(field: Field): Omit<InputBlock, 'element'> {
  const { id, label, hint, optional = false } = field;
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    optional,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}
