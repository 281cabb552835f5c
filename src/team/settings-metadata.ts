import { z } from 'zod';
import { settingsSchema } from './team.ts';

/** What the form carries along: which team it is for, whether it was a new one, and the settings it offered. */
const metadataSchema = z.object({
  team: z.object({ workspace: z.string(), channel: z.string() }),
  isNew: z.boolean(),
  offered: settingsSchema,
  /** Which page of the Home tab the form was opened from, so that the tab stays there. */
  page: z.int().min(0).max(999).default(0),
});

export type FormMetadata = z.infer<typeof metadataSchema>;

export const formMetadata = (metadata: z.input<typeof metadataSchema>): string => JSON.stringify(metadata);

/** The inverse of `formMetadata`; `undefined` for anything else. */
export function parseFormMetadata(text: string): FormMetadata | undefined {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
