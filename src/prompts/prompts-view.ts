import { context, escapeText, header, type Message, section, typed } from '../slack/block-kit.ts';
import type { Subject } from '../team/team.ts';
import { trackNames } from '../team/words.ts';
import { ownPromptsWords } from './own-prompts-words.ts';
import { type AnyPrompt, isOwn } from './prompt.ts';
import type { Reason } from './rotation.ts';

const invitation = 'Reply in the thread if you like. Nobody has to.';

/** The small action, as it stands in plain text. */
export const tryLine = (prompt: Pick<AnyPrompt, 'try'>): string => `Try this week: ${prompt.try}`;

/** The weekly conversation starter as the channel sees it. */
export function promptMessage(prompt: AnyPrompt): Message {
  const isTyped = isOwn(prompt);
  const note = isTyped ? `${invitation} ${ownPromptsWords.mark}` : invitation;
  const title = trackNames[prompt.track];
  return {
    text: [`${title}: ${escapeText(prompt.question)}`, escapeText(tryLine(prompt)), note].join('\n'),
    blocks: [header(title), ...(isTyped ? typedBlocks : libraryBlocks)(prompt), context(note)],
  };
}

function libraryBlocks(prompt: AnyPrompt): Message['blocks'] {
  return [section(`*${escapeText(prompt.question)}*`), section(`*Try this week:* ${escapeText(prompt.try)}`)];
}

/** Somebody's own words are plain text, in which nothing takes effect. */
function typedBlocks(prompt: AnyPrompt): Message['blocks'] {
  return [prompt.question, tryLine(prompt)].map((text) => ({ type: 'section', text: typed(text) }));
}

const whyAnswers: { readonly [subject in Subject]: string } = {
  workload:
    'the last readout about the workload was heavy, so prompts about handing over, boundaries and rest come sooner',
  asking:
    'the last readout said that asking is hard, so prompts about asking early and welcoming questions come sooner',
  delegation:
    'the last readout said that little is shared, so prompts about trust and sharing the load come sooner',
};

/** The next prompt, privately, for managers, with why it was chosen. */
export function previewMessage(prompt: AnyPrompt, reason: Reason): Message {
  const title = 'The next prompt';
  const { text, blocks } = promptMessage(prompt);
  const note = isOwn(prompt) ? ownPromptsWords.previewed : escapeText(prompt['for-managers'] ?? '');
  const why = `Why this one: ${reason.kind === 'turn' ? 'it is its turn in this team’s shuffled order, where lighter questions come first' : whyAnswers[reason.subject]}.`;
  return {
    text: [title, text, note, why].filter(Boolean).join('\n'),
    blocks: [context(title), ...blocks, ...(note === '' ? [] : [context(note)]), context(why)],
  };
}
