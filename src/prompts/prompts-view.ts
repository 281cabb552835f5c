import { context, escapeText, header, type Message, section } from '../slack/block-kit.ts';
import type { Subject } from '../team/team.ts';
import { trackNames } from '../team/words.ts';
import type { Prompt } from './prompt.ts';
import type { Reason } from './rotation.ts';

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

const whyAnswers: { readonly [subject in Subject]: string } = {
  workload:
    'the last readout about the workload was heavy, so prompts about handing over, boundaries and rest come sooner',
  asking:
    'the last readout said that asking is hard, so prompts about asking early and welcoming questions come sooner',
  delegation:
    'the last readout said that little is shared, so prompts about trust and sharing the load come sooner',
};

/** The next prompt, privately, for managers, with why it was chosen. */
export function previewMessage(prompt: Prompt, reason: Reason): Message {
  const title = 'The next prompt';
  const { text, blocks } = promptMessage(prompt);
  const note = escapeText(prompt['for-managers'] ?? '');
  const why = `Why this one: ${reason.kind === 'turn' ? 'it is its turn in this team’s shuffled order, where lighter questions come first' : whyAnswers[reason.subject]}.`;
  return {
    text: [title, text, note, why].filter(Boolean).join('\n'),
    blocks: [context(title), ...blocks, ...(note === '' ? [] : [context(note)]), context(why)],
  };
}
