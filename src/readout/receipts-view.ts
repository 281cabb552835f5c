import type { Locale } from '../locale.ts';
import { actions, button, context, line, type Message, section } from '../slack/block-kit.ts';
import { readoutWords } from './words/index.ts';

/** Shows the list of receipts; the value is the pulse's id. */
export const receiptsAction = 'show-receipts';

/** The button under a closed pulse's message. */
export const receiptsButton = (pulseId: string, locale: Locale) =>
  actions('receipts', [button(readoutWords(locale).receipts.check, receiptsAction, pulseId)]);

/** Codes in one section: 12 characters each with the space, 3,000 allowed. */
const CODES_PER_SECTION = 200;

/** One code for each person asked, sorted. Shows neither who answered nor how many. */
export function receiptsMessage(receipts: readonly string[], locale: Locale): Message {
  const { title, note } = readoutWords(locale).receipts;
  const parts = Array.from({ length: Math.ceil(receipts.length / CODES_PER_SECTION) }, (_, at) =>
    receipts.slice(at * CODES_PER_SECTION, (at + 1) * CODES_PER_SECTION).join('  '),
  );
  return {
    text: [title, ...parts, note].join('\n'),
    blocks: [section(title), ...parts.map((codes) => section(`\`\`\`${codes}\`\`\``)), context(note)],
  };
}

export const receiptsGoneMessage = (locale: Locale): Message => line(readoutWords(locale).receipts.gone);
