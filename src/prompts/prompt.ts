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

/** One entry of `content/<locale>/prompts/*.yml`; see content/README.md. */
export const promptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words joined by hyphens'),
  track: z.enum(tracks),
  sign: z.enum(signs),
  practice: z.enum(practices),
  question: z.string().min(1).max(200),
  try: z.string().min(1).max(160),
  depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  'for-managers': z.string().min(1).max(300).optional(),
});

export type Prompt = z.infer<typeof promptSchema>;
