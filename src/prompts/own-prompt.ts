import { z } from 'zod';
import type { Random } from '../ports.ts';
import { tracks } from '../team/team.ts';
import { isVisible, tidied } from '../typed-text.ts';
import { type AnyPrompt, LONGEST_QUESTION, LONGEST_TRY, OWN_PREFIX } from './prompt.ts';

/** How many prompts of its own a team may have. */
export const MOST_OWN_PROMPTS = 100;

/** A prompt in a team's own words, as it is stored: without who wrote it. */
export const ownPromptSchema = z.object({
  id: z.string().regex(/^own-[0-9a-f]{16}$/),
  track: z.enum(tracks),
  question: z.string(),
  try: z.string(),
  /** Goes up with every change, so that whoever edits an older one is told. */
  version: z.int().min(1),
});

export type OwnPrompt = z.infer<typeof ownPromptSchema>;

/** What a person gives a prompt of their own. */
export type OwnWords = Pick<OwnPrompt, 'track' | 'question' | 'try'>;

/** As it came from a form, where nothing is known to be right. What did not come back at all is absent. */
export type EnteredWords = { readonly [field in keyof OwnWords]?: string };

/** What is wrong with a field. Lengths are in characters. */
export type FieldProblem =
  | { readonly kind: 'unknown-track' | 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number };
export type FieldProblems = { readonly [field in keyof OwnWords]?: FieldProblem };

/** A new id: no entry of the library can have it. */
export const newOwnId = (random: Random): string => `${OWN_PREFIX}${random.bytes(8).toString('hex')}`;

/** As the rotation draws it: light, so that it may come in a team's first weeks too. */
export const drawable = ({ id, track, question, try: small }: OwnPrompt): AnyPrompt => ({
  id,
  track,
  question,
  try: small,
  depth: 1,
});

/** What was entered, ready to be kept; or what is wrong with it, by field. */
export function readWords(
  entered: EnteredWords,
): { readonly words: OwnWords } | { readonly problems: FieldProblems } {
  const track = tracks.find((known) => known === entered.track);
  const [question, small] = [tidied(entered.question ?? ''), tidied(entered.try ?? '')];
  const problems = {
    ...(track === undefined ? { track: { kind: 'unknown-track' } as const } : {}),
    ...problemOf('question', question, LONGEST_QUESTION),
    ...problemOf('try', small, LONGEST_TRY),
  };
  if (track === undefined || Object.keys(problems).length > 0) return { problems };
  return { words: { track, question, try: small } };
}

function problemOf(field: 'question' | 'try', text: string, most: number): FieldProblems {
  const { length } = [...text];
  if (!isVisible(text)) return { [field]: { kind: 'empty' } };
  return length > most ? { [field]: { kind: 'too-long', length, most } } : {};
}

/** What two questions have in common that read the same: letters and digits, whatever their case. */
export function essenceOf(question: string): string {
  const letters = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return letters === '' ? question : letters;
}
