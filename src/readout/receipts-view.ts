import { actions, button, context, line, type Message, section } from '../slack/block-kit.ts';

/** Shows the list of receipts; the value is the pulse's id. */
export const receiptsAction = 'show-receipts';

/** The button under a closed pulse's message. */
export const receiptsButton = (pulseId: string) =>
  actions('receipts', [button('Check my receipt', receiptsAction, pulseId)]);

/** Codes in one section: 12 characters each with the space, 3,000 allowed. */
const CODES_PER_SECTION = 200;

/** One code for each person asked, sorted. Shows neither who answered nor how many. */
export function receiptsMessage(receipts: readonly string[]): Message {
  const title = 'If your receipt is in this list, your answer arrived as you last left it.';
  const note =
    'There is one code for each person who was asked, whether they answered or not, so the list shows neither who answered nor how many.';
  const parts = Array.from({ length: Math.ceil(receipts.length / CODES_PER_SECTION) }, (_, at) =>
    receipts.slice(at * CODES_PER_SECTION, (at + 1) * CODES_PER_SECTION).join('  '),
  );
  return {
    text: [title, ...parts, note].join('\n'),
    blocks: [section(title), ...parts.map((codes) => section(`\`\`\`${codes}\`\`\``)), context(note)],
  };
}

export const receiptsGoneMessage = (): Message =>
  line(
    'The list of receipts is kept until the next pulse closes. This one is gone, or the pulse could not be counted.',
  );
