import type { Locale } from '../locale.ts';
import type { FormState } from '../team/settings-input.ts';
import { isVisible, tidiedLines } from '../typed-text.ts';
import { type AskWords, type Help, helps, LONGEST_ASK, type Urgency, urgencies } from './ask.ts';
import type { AskMetadata } from './ask-metadata.ts';
import { practiceWords } from './words/index.ts';

/** The fields' block ids, which errors are shown at. */
export const askFields = {
  team: 'ask-team',
  what: 'ask-what',
  help: 'ask-help',
  by: 'ask-by',
} as const;

/** What the form offers: the lightest help, and neither haste nor delay. */
export const offeredHelp: Help = 'hint';
export const offeredUrgency: Urgency = 'week';

/** What was asked for and in which channel, or a sentence for each field (block id) that cannot be taken. */
export type AskInput =
  | { readonly channel: string; readonly words: AskWords }
  | { readonly errors: { readonly [block: string]: string } };

/** Reads a submitted form. A field that did not come back at all keeps what the form offered. */
export function readAsk(state: FormState, metadata: Omit<AskMetadata, 'locale'>, locale: Locale): AskInput {
  const { problems } = practiceWords(locale).ask;
  const chosen = (id: string) => state[id]?.[id]?.selected_option?.value;
  const typed = state[askFields.what]?.[askFields.what];
  const what = tidiedLines((typed === undefined ? metadata.what : typed.value) ?? '');
  const help = helps.find((one) => one === (chosen(askFields.help) ?? offeredHelp));
  const by = urgencies.find((one) => one === (chosen(askFields.by) ?? offeredUrgency));
  const channel = metadata.channel ?? chosen(askFields.team) ?? '';
  const { length } = [...what];
  const errors = {
    ...(isChannel(channel) ? {} : { [askFields.team]: problems.unknownTeam }),
    ...(isVisible(what) ? {} : { [askFields.what]: problems.empty }),
    ...(length > LONGEST_ASK ? { [askFields.what]: problems.tooLong(length, LONGEST_ASK) } : {}),
    ...(help === undefined ? { [askFields.help]: problems.unknownHelp } : {}),
    ...(by === undefined ? { [askFields.by]: problems.unknownUrgency } : {}),
  };
  if (help === undefined || by === undefined || Object.keys(errors).length > 0) return { errors };
  return { channel, words: { what, help, by } };
}

/** Whether text may be the id of a channel: what a button or a form brings is not known to be one. */
export const isChannel = (text: string): boolean => /^[CG][A-Z0-9]{1,20}$/.test(text);
