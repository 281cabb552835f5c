import { z } from 'zod';

/** What we read of the blocks of a message whose button was pressed: a card's buttons carry its state together. */
const block = z.object({
  type: z.string().optional(),
  block_id: z.string().optional(),
  elements: z
    .array(z.object({ value: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});

export const pressedBlocks = z.array(block).catch([]).default([]);

/** The block of buttons with an id, and what all of them carry, in a row; '' where there is no such block. */
export function buttonsAround(blocks: z.infer<typeof pressedBlocks>, id: string) {
  const found = blocks.find(({ type, block_id }) => type === 'actions' && block_id === id);
  return { id, carry: (found?.elements ?? []).map(({ value = '' }) => value).join('') };
}
