import type { Element, Option, View } from './shapes.ts';

/** What a person enters in a field: text, date, time, the value of an option or an id; several; or nothing. */
export type Entry = string | readonly string[] | null;

/** Entries by block id. Fields that are left out keep what the form offered. */
export type Entries = Readonly<Record<string, Entry>>;

export type StateValues = Readonly<Record<string, Readonly<Record<string, object>>>>;

type Kind = { readonly key: string; readonly initial: string; readonly options?: true; readonly many?: true };

const KINDS: Readonly<Record<string, Kind>> = {
  plain_text_input: { key: 'value', initial: 'initial_value' },
  number_input: { key: 'value', initial: 'initial_value' },
  datepicker: { key: 'selected_date', initial: 'initial_date' },
  timepicker: { key: 'selected_time', initial: 'initial_time' },
  static_select: { key: 'selected_option', initial: 'initial_option', options: true },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', options: true },
  checkboxes: { key: 'selected_options', initial: 'initial_options', options: true, many: true },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', options: true, many: true },
  users_select: { key: 'selected_user', initial: 'initial_user' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: {
    key: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
  channels_select: { key: 'selected_channel', initial: 'initial_channel' },
};

/**
 * A form's `state.values` as Slack itself would send them: what was entered, else what the form offered, else empty.
 * (The local browser sends offered values only for fields that somebody touched.)
 * @throws Error for an entry without a field, and for a choice the field does not offer
 */
export function formValues(view: View, entries: Entries): StateValues {
  const values: Record<string, Record<string, object>> = {};
  for (const { type, block_id: blockId, element } of view.blocks) {
    if (type !== 'input' || blockId === undefined || element?.action_id === undefined) continue;
    values[blockId] = { [element.action_id]: fieldValue(blockId, element, entries[blockId]) };
  }
  const stray = Object.keys(entries).filter((blockId) => !(blockId in values));
  if (stray.length === 0) return values;
  throw new Error(`The form has no field ${stray.join(', ')}. It has: ${Object.keys(values).join(', ')}.`);
}

function fieldValue(blockId: string, element: Element, entry: Entry | undefined): object {
  const kind = KINDS[element.type];
  if (kind === undefined)
    throw new Error(`Field ${blockId} is a ${element.type}, which nobody can fill yet.`);
  const empty = kind.many ? [] : null;
  const value =
    entry === undefined ? (element[kind.initial] ?? empty) : entered(blockId, element, kind, entry);
  return { type: element.type, [kind.key]: value };
}

function entered(blockId: string, element: Element, kind: Kind, entry: Entry): unknown {
  const chosen = entry === null ? [] : typeof entry === 'string' ? [entry] : entry;
  const all = kind.options ? chosen.map((value) => offered(blockId, element, value)) : chosen;
  return kind.many ? all : (all[0] ?? null);
}

function offered(blockId: string, element: Element, value: string): Option {
  const grouped = (element.option_groups ?? []).flatMap((group) => group.options);
  const options = [...(element.options ?? []), ...grouped];
  const found = options.find((option) => option.value === value);
  if (found !== undefined) return found;
  throw new Error(`${blockId} does not offer ${value}: ${options.map((option) => option.value).join(', ')}.`);
}
