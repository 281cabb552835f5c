import { z } from 'zod';

/** What kind of help is asked for, from the lightest on. */
export const helps = ['hint', 'review', 'pairing', 'take-over'] as const;
export type Help = (typeof helps)[number];

export const urgencies = ['today', 'week', 'no-hurry'] as const;
export type Urgency = (typeof urgencies)[number];

/** In characters. */
export const LONGEST_ASK = 300;

/** So that a card and its state fit into a message; by then an ask is answered. */
export const MOST_HELPERS = 40;

/** What a person asks for. */
export const askWordsSchema = z.object({
  what: z.string(),
  help: z.enum(helps),
  by: z.enum(urgencies),
});
export type AskWords = z.infer<typeof askWordsSchema>;

/** An ask, as its card carries it along. Nowhere else is any of this written down. */
export const askSchema = askWordsSchema.extend({
  asker: z.string(),
  helpers: z.array(z.string()).readonly(),
  /** How its asker closed it. */
  end: z.enum(['thanked', 'dropped']).optional(),
  /** What Slack is to post where nobody answers: its id there, and when (ms). */
  reminder: z.object({ id: z.string(), at: z.number() }).optional(),
  ts: z.string().optional(),
});
export type Ask = z.infer<typeof askSchema>;

export type AskRefusal = 'closed' | 'own' | 'already' | 'full' | 'not-yours';
export type AskDecision = { readonly state: Ask } | { readonly refused: AskRefusal };

export const newAsk = (asker: string, words: AskWords): Ask => ({ ...words, asker, helpers: [] });

/** One more who can help. */
export function withHelper(ask: Ask, user: string): AskDecision {
  if (ask.end !== undefined) return { refused: 'closed' };
  if (ask.asker === user) return { refused: 'own' };
  if (ask.helpers.includes(user)) return { refused: 'already' };
  if (ask.helpers.length >= MOST_HELPERS) return { refused: 'full' };
  return { state: { ...ask, helpers: [...ask.helpers, user] } };
}

/** Closed by its asker, and by nobody else. */
export function withEnd(ask: Ask, user: string, end: NonNullable<Ask['end']>): AskDecision {
  if (ask.asker !== user) return { refused: 'not-yours' };
  return ask.end === undefined ? { state: { ...ask, end } } : { refused: 'closed' };
}

/** Whether there is no need to bring it up any more. */
export const isSettled = ({ helpers, end }: Ask): boolean => helpers.length > 0 || end !== undefined;
