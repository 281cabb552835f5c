import { answerAction } from '../../src/pulse/answer-view.ts';

/** One button as it stands in a message: what a press sends back is taken from here. */
export type ShownButton = { readonly text: string; readonly actionId: string; readonly value: string };

/** The answer buttons among a message's blocks, in order; none where the message is not an open pulse. */
export function answerButtons(blocks: unknown): readonly ShownButton[] {
  return buttonsIn(blocks).filter(({ actionId }) => actionId.startsWith(`${answerAction}.`));
}

/** The button with this action id, if it is among a message's blocks. */
export function buttonNamed(blocks: unknown, actionId: string): ShownButton | undefined {
  return buttonsIn(blocks).find((button) => button.actionId === actionId);
}

function buttonsIn(blocks: unknown): readonly ShownButton[] {
  return listOf(blocks)
    .flatMap((block) => listOf(fieldOf(block, 'elements')))
    .filter((element) => fieldOf(element, 'type') === 'button')
    .map((element) => ({
      text: String(fieldOf(fieldOf(element, 'text'), 'text')),
      actionId: String(fieldOf(element, 'action_id')),
      value: String(fieldOf(element, 'value')),
    }));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
