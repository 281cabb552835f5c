import { z } from 'zod';
import { type ContentFile, readContentFile } from '../content-file.ts';
import { translationProblems } from '../translation.ts';
import type { Level } from './level.ts';

const steps = z.array(z.string().min(1).max(160)).min(3).readonly();

/** One entry of `content/<locale>/actions.yml`: suggested steps for a question, by how heavy its level is. */
const actionsSchema = z
  .strictObject({ id: z.string(), low: steps, middle: steps, high: steps })
  .refine(({ low, middle, high }) => isWithoutRepeats([...low, ...middle, ...high]), 'a step stands twice');

export type SuggestedActions = z.infer<typeof actionsSchema>;

const name = 'actions.yml';

/** Reads the English suggested steps, with all problems at once. Every question must have some. */
export function readActions(folder: URL, questions: readonly string[]): ContentFile<SuggestedActions> {
  const file = readContentFile({ url: new URL(name, folder), name, schema: actionsSchema });
  const ids = file.entries.map(({ id }) => id);
  const missing = questions
    .filter((id) => !ids.includes(id))
    .map((id) => `${name}: there are no steps for “${id}”`);
  return { ...file, problems: [...file.problems, ...(file.problems.length > 0 ? [] : missing)] };
}

/** Reads what a locale's folder has in its own words of the English steps, with all problems at once. */
export function readTranslatedActions(
  folder: URL,
  english: ContentFile<SuggestedActions>,
): ContentFile<SuggestedActions> {
  const url = new URL(name, folder);
  const file = readContentFile({ url, name, schema: actionsSchema, mayBeMissing: true });
  const wrong = translationProblems({ translation: file, english, fixedIn: () => [] });
  return { ...file, problems: [...file.problems, ...wrong] };
}

const isWithoutRepeats = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** The step that goes with a level; counting `step` up never gives the same one twice in a row. */
export function suggestedStep(actions: SuggestedActions, level: Level, step: number): string {
  const fitting = actions[weightOf(level)];
  return fitting[step % fitting.length] ?? '';
}

function weightOf(level: Level): 'low' | 'middle' | 'high' {
  const share = level.position / (level.scale - 1);
  if (share <= 0.25) return 'low';
  return share >= 0.75 ? 'high' : 'middle';
}
