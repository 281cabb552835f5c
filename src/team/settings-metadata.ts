import { z } from 'zod';
import { settingsSchema } from './team.ts';

/** What the form carries along: which team it is for, whether it was a new one, and the settings it offered. */
const metadataSchema = z.object({
  team: z.object({ workspace: z.string(), channel: z.string() }),
  isNew: z.boolean(),
  offered: settingsSchema,
});

export type FormMetadata = z.infer<typeof metadataSchema>;

export const formMetadata = (metadata: FormMetadata): string => JSON.stringify(metadata);

/** The inverse of `formMetadata`; `undefined` for anything else. */
export function parseFormMetadata(text: string): FormMetadata | undefined {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
