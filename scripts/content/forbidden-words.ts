import { z } from 'zod';
import { type ContentFile, readContentFile } from '../../src/content-file.ts';
import { type Line, wordsOf } from './line.ts';

/** One entry of `content/<locale>/forbidden.yml`: words and turns of phrase, and why they must not occur. */
const forbiddenWordsSchema = z.strictObject({
  id: z.string().min(1),
  because: z.string().min(1),
  words: z.array(z.string().min(1)).min(1).readonly(),
});

export type ForbiddenWords = z.infer<typeof forbiddenWordsSchema>;

/** Reads a locale's lists; English must have some. */
export function readForbiddenWords(
  folder: URL,
  { mayBeMissing = false }: { readonly mayBeMissing?: boolean } = {},
): ContentFile<ForbiddenWords> {
  const name = 'forbidden.yml';
  return readContentFile({
    url: new URL(name, folder),
    name,
    schema: forbiddenWordsSchema,
    mayBeMissing,
  });
}

/** Every forbidden word in every line. Whole words only: `war` is not in `reward`, nor `weak` in `weakly`. */
export function forbiddenWordProblems(
  lines: readonly Line[],
  lists: readonly ForbiddenWords[],
): readonly string[] {
  const rules = lists.flatMap(({ because, words }) =>
    words.map((word) => ({ because, pattern: patternOf(word) })),
  );
  return lines.flatMap(({ place, text }) => {
    const spoken = wordsOf(text).join(' ').replaceAll('’', "'");
    return rules.flatMap(({ because, pattern }) => {
      const found = pattern.exec(spoken)?.[0];
      return found === undefined ? [] : [`${place}: “${found}” ${because}`];
    });
  });
}

function patternOf(word: string): RegExp {
  const stem = word.toLowerCase().replace(/\*$/, '');
  const rest = word.endsWith('*') ? "[\\p{L}\\p{N}'-]*" : '';
  const escaped = stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${rest}(?![\\p{L}\\p{N}])`, 'u');
}
