import { context, escapeText, header, type Message, section } from '../slack/block-kit.ts';
import { trackNames } from '../team/words.ts';
import type { Prompt } from './prompt.ts';

/** The weekly conversation starter as the channel sees it. */
export function promptMessage(prompt: Prompt): Message {
  const question = escapeText(prompt.question);
  const small = `Try this week: ${escapeText(prompt.try)}`;
  const invitation = 'Reply in the thread if you like. Nobody has to.';
  return {
    text: `${trackNames[prompt.track]}: ${question}\n${small}\n${invitation}`,
    blocks: [
      header(trackNames[prompt.track]),
      section(`*${question}*`),
      section(`*Try this week:* ${escapeText(prompt.try)}`),
      context(invitation),
    ],
  };
}

/** The next prompt, privately, for managers. */
export function previewMessage(prompt: Prompt): Message {
  const title = 'The next prompt';
  const { text, blocks } = promptMessage(prompt);
  const note = escapeText(prompt['for-managers'] ?? '');
  return {
    text: [title, text, note].filter(Boolean).join('\n'),
    blocks: [context(title), ...blocks, ...(note === '' ? [] : [context(note)])],
  };
}
