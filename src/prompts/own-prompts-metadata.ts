import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { ownPromptSchema } from './own-prompt.ts';

const shownList = z.object({
  team: z.object({ workspace: z.string(), channel: z.string() }),
  /** The page of the list, from 0. */
  page: z.int().min(0),
});

const openForm = shownList.extend({
  /** What the form edits, as it was when it was opened; absent in a form for a new prompt. */
  seen: ownPromptSchema.pick({ id: true, version: true }).optional(),
});

/** What the list carries along, and what a form on top of it does. */
export type ShownList = z.infer<typeof shownList>;
export type OpenForm = z.infer<typeof openForm>;

export const ownPromptsMetadata = (metadata: OpenForm): string => JSON.stringify(metadata);

/** The inverse of `ownPromptsMetadata`, for the list and its forms; `undefined` for anything else. */
export function parseOwnPromptsMetadata(text: string): OpenForm | undefined {
  return openForm.safeParse(jsonOf(text)).data;
}
