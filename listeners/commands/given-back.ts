import { cutText } from '../../src/cut-text.ts';
import { escapeText, type Message, section, typed } from '../../src/slack/block-kit.ts';
import { listenersWords } from '../words/index.ts';
import type { CommandContext } from './subcommand.ts';

/** In code points. A block takes 3,000 characters, and an emoji may count as two. */
const MOST_GIVEN_BACK = 1_400;

/**
 * Opens a form with what was typed behind a command. Where that fails, the words come back privately, since Slack has
 * emptied the field that they were typed in; then the error goes its way.
 */
export async function orGiveBack(
  open: Promise<void>,
  { words, reply, locale }: Pick<CommandContext, 'words' | 'reply' | 'locale'>,
): Promise<void> {
  try {
    await open;
  } catch (error) {
    const before = listenersWords(locale).typed;
    if (words.length > 0) await reply(givenBack(before, words.join(' '))).catch(() => undefined);
    throw error;
  }
}

function givenBack(before: string, words: string): Message {
  const text = cutText(words, MOST_GIVEN_BACK);
  return {
    text: `${before}\n${escapeText(text)}`,
    blocks: [section(before), { type: 'section', text: typed(text) }],
  };
}
