import type { Message } from '../../src/slack/block-kit.ts';

/** What stands in a message's blocks and not in its text, where people without eyes on the blocks would miss it. */
export function missingFromText({ text, blocks }: Message): readonly string[] {
  return blocks
    .flatMap(textsOf)
    .flatMap((shown) => shown.split('\n'))
    .filter((line) => !plain(text).includes(plain(line)));
}

function textsOf(block: Message['blocks'][number]): readonly string[] {
  switch (block.type) {
    case 'section':
      return [block.text?.text ?? ''];
    case 'header':
      return [block.text.text];
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
    case 'actions':
      return block.elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
    default:
      return [];
  }
}

/** Without Slack's signs for bold, and on one line: a break may be a space elsewhere. */
const plain = (text: string): string => text.replaceAll('*', '').replaceAll('\n', ' ');
