import type { Locale } from '../locale.ts';
import { practiceButtons } from '../practice/practice-buttons.ts';
import { context, escapeText, header, type Message, section, typed } from '../slack/block-kit.ts';
import { teamWords } from '../team/words/index.ts';
import { type AnyPrompt, isOwn } from './prompt.ts';
import type { Reason } from './rotation.ts';
import { promptsWords } from './words/index.ts';

/** The small action, as it stands in plain text. */
export const tryLine = (prompt: Pick<AnyPrompt, 'try'>, locale: Locale): string =>
  `${promptsWords(locale).message.try} ${prompt.try}`;

/** The weekly conversation starter. */
export function promptMessage(prompt: AnyPrompt, locale: Locale): Message {
  const { message, own } = promptsWords(locale);
  const isTyped = isOwn(prompt);
  const note = isTyped ? `${message.invitation} ${own.mark}` : message.invitation;
  const title = teamWords(locale).names.tracks[prompt.track];
  const blocks = isTyped ? typedBlocks(prompt, locale) : libraryBlocks(prompt, locale);
  return {
    text: [`${title}: ${escapeText(prompt.question)}`, escapeText(tryLine(prompt, locale)), note].join('\n'),
    blocks: [header(title), ...blocks, context(note)],
  };
}

/** The same as it stands in a team's channel: with the practices one tap away. */
export function postedPrompt(prompt: AnyPrompt, channel: string, locale: Locale): Message {
  const { text, blocks } = promptMessage(prompt, locale);
  return { text, blocks: [...blocks, practiceButtons(channel, locale)] };
}

function libraryBlocks(prompt: AnyPrompt, locale: Locale): Message['blocks'] {
  const label = promptsWords(locale).message.try;
  return [section(`*${escapeText(prompt.question)}*`), section(`*${label}* ${escapeText(prompt.try)}`)];
}

/** Somebody's own words are plain text, in which nothing takes effect. */
function typedBlocks(prompt: AnyPrompt, locale: Locale): Message['blocks'] {
  return [prompt.question, tryLine(prompt, locale)].map((text) => ({ type: 'section', text: typed(text) }));
}

/** The next prompt, privately, for managers, with why it was chosen. */
export function previewMessage(prompt: AnyPrompt, reason: Reason, locale: Locale): Message {
  const { preview: words, own } = promptsWords(locale);
  const { text, blocks } = promptMessage(prompt, locale);
  const note = isOwn(prompt) ? own.previewed : escapeText(prompt['for-managers'] ?? '');
  const why = words.why(reason.kind === 'turn' ? words.turn : words.answers[reason.subject]);
  return {
    text: [words.title, text, note, why].filter(Boolean).join('\n'),
    blocks: [context(words.title), ...blocks, ...(note === '' ? [] : [context(note)]), context(why)],
  };
}
