import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { locales } from '../locale.ts';

const schema = z.object({
  workspace: z.string(),
  /** The team's channel; absent where the form asks for it. */
  channel: z.string().optional(),
  /** What the form offered, for clients that do not send what nobody touched. */
  what: z.string().optional(),
  /** What the form is in. */
  locale: z.enum(locales),
});

/** What the form for asking carries along. */
export type AskMetadata = z.infer<typeof schema>;

export const askMetadata = (metadata: AskMetadata): string => JSON.stringify(metadata);

/** The inverse of `askMetadata`; `undefined` for anything else. */
export const parseAskMetadata = (text: string): AskMetadata | undefined =>
  schema.safeParse(jsonOf(text)).data;
