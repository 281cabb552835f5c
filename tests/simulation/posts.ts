import { team } from '../../playground/simulation/cast.ts';
import { answerButtons, buttonNamed } from '../../playground/simulation/pulse-buttons.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import type { RecordedCall } from '../../playground/stand-in/stand-in.ts';
import { readContent } from '../../src/content.ts';
import { helpAction } from '../../src/practice/ask-card-view.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { promptMessage } from '../../src/prompts/prompts-view.ts';
import type { Question } from '../../src/pulse/question.ts';
import { readoutWords } from '../../src/readout/words/index.ts';

export const content = readContent().en;

/** A message in the channel, and what it is: told by its own content, not by when it came. */
export type Post = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | { readonly kind: 'pulse'; readonly question: Question }
  /** Of somebody who asks for a hand. */
  | { readonly kind: 'card' }
  /** The manager's words about what was changed. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'other' }
);

/** Everything the app posted to the channel, oldest first. */
export function postsIn({ calls }: Pick<Simulation, 'calls'>): readonly Post[] {
  return calls
    .filter(({ method, arguments: sent }) => method === 'chat.postMessage' && sent.channel === team.channel)
    .map(postOf);
}

export function promptsIn(simulation: Simulation) {
  return postsIn(simulation).filter((post) => post.kind === 'prompt');
}

export function pulsesIn(simulation: Simulation) {
  return postsIn(simulation).filter((post) => post.kind === 'pulse');
}

function postOf({ at, arguments: sent }: RecordedCall): Post {
  const text = String(sent.text);
  const prompt = content.prompts.find((candidate) => promptMessage(candidate, 'en').text === text);
  if (prompt !== undefined) return { at, text, kind: 'prompt', prompt };
  const question = content.questions.find((candidate) => text.includes(candidate.text));
  if (question !== undefined && answerButtons(sent.blocks).length > 0)
    return { at, text, kind: 'pulse', question };
  if (buttonNamed(sent.blocks, helpAction) !== undefined) return { at, text, kind: 'card' };
  if (text.startsWith(`${readoutWords('en').changed.message.title}: `)) return { at, text, kind: 'changed' };
  return { at, text, kind: 'other' };
}
