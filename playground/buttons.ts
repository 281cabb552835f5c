import type { Block } from './shapes.ts';

/** A press, in the words of Slack's `block_actions`. */
export type Press = {
  readonly type: string;
  readonly action_id: string;
  readonly block_id?: string | undefined;
  readonly value?: string | undefined;
};

/** Every button in these blocks, as the press it would send. */
export function buttonsIn(blocks: readonly Block[] | undefined): readonly Press[] {
  return (blocks ?? []).flatMap((block) => {
    const candidates: readonly Record<string, unknown>[] = [...(block.elements ?? []), block.accessory ?? {}];
    return candidates.flatMap(({ type, action_id, value }) => {
      if (type !== 'button' || typeof action_id !== 'string') return [];
      return [{ type, action_id, block_id: block.block_id, ...(typeof value === 'string' ? { value } : {}) }];
    });
  });
}

/**
 * The button with this action id (and this value, where one is given).
 * @throws Error that lists the buttons that are there: a person cannot press what they do not see
 */
export function findButton(blocks: readonly Block[] | undefined, actionId: string, value?: string): Press {
  const buttons = buttonsIn(blocks);
  const found = buttons.find(
    (button) => button.action_id === actionId && (value === undefined || button.value === value),
  );
  if (found !== undefined) return found;
  const wanted = value === undefined ? actionId : `${actionId} (${value})`;
  const there = buttons.map((button) => `${button.action_id} (${button.value ?? ''})`).join(', ');
  throw new Error(`There is no button ${wanted}. There are: ${there === '' ? 'none' : there}.`);
}
