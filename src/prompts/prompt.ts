import { z } from 'zod';
import { tracks } from '../team/team.ts';

export const signs = [
  'never-asking',
  'refusing-help',
  'overworking',
  'not-delegating',
  'distrust',
  'control',
  'weakness',
  'guarded',
  'perfectionism',
  'deciding-alone',
  'solitude',
  'intolerance',
] as const;

export const practices = [
  'ask-early',
  'accept',
  'hand-over',
  'trust-small',
  'boundaries',
  'reflect',
  'start-small',
  'own-kindly',
  'speak-up',
  'share-load',
  'let-others-in',
  'welcome-asks',
  'rest',
  'autonomy',
] as const;

/** In characters. */
export const LONGEST_QUESTION = 200;
export const LONGEST_TRY = 160;

/** How the ids of a team's own prompts begin; no id of the library may. */
export const OWN_PREFIX = 'own-';

/** One entry of `content/<locale>/prompts/*.yml`; see content/README.md. */
export const promptSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words joined by hyphens')
    .refine(
      (id) => !id.startsWith(OWN_PREFIX),
      `must not begin with “${OWN_PREFIX}”: a team’s own prompts do`,
    ),
  track: z.enum(tracks),
  sign: z.enum(signs),
  practice: z.enum(practices),
  question: z.string().min(1).max(LONGEST_QUESTION),
  try: z.string().min(1).max(LONGEST_TRY),
  depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  'for-managers': z.string().min(1).max(300).optional(),
});

export type Prompt = z.infer<typeof promptSchema>;

/** A prompt as it is drawn and shown: the library's, or a team's own, which has neither practice nor note. */
export type AnyPrompt = Pick<Prompt, 'id' | 'track' | 'question' | 'try' | 'depth'> &
  Partial<Pick<Prompt, 'practice' | 'for-managers'>>;

/** Whether the prompt is one in the team's own words. */
export const isOwn = ({ id }: Pick<AnyPrompt, 'id'>): boolean => id.startsWith(OWN_PREFIX);
