import { answerAction } from '../../src/pulse/answer-view.ts';

/** One answer button as it stands in the posted message: what a tap sends back is taken from here. */
export type AnswerButton = { readonly text: string; readonly actionId: string; readonly value: string };

/** The answer buttons among a message's blocks, in order; none where the message is not an open pulse. */
export function answerButtons(blocks: unknown): readonly AnswerButton[] {
  return listOf(blocks)
    .flatMap((block) => listOf(fieldOf(block, 'elements')))
    .map((element) => ({
      text: String(fieldOf(fieldOf(element, 'text'), 'text')),
      actionId: String(fieldOf(element, 'action_id')),
      value: String(fieldOf(element, 'value')),
    }))
    .filter(({ actionId }) => actionId.startsWith(`${answerAction}.`));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
