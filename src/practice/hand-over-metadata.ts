import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { locales } from '../locale.ts';

const metadataSchema = z.object({
  workspace: z.string(),
  /** Where the form was opened; '' where that was no channel. */
  channel: z.string(),
  locale: z.enum(locales),
  /** What the form offered: not every client sends what nobody touched. */
  offered: z.object({
    outcome: z.string(),
    context: z.string(),
    /** YYYY-MM-DD */
    checkIn: z.string(),
  }),
});

/** What the form of a hand-over carries along. */
export type HandOverMetadata = z.infer<typeof metadataSchema>;

export const handOverMetadata = (metadata: HandOverMetadata): string => JSON.stringify(metadata);

/** The inverse of `handOverMetadata`; `undefined` for anything else. */
export function parseHandOverMetadata(text: string): HandOverMetadata | undefined {
  return metadataSchema.safeParse(jsonOf(text)).data;
}
