import { isDeepStrictEqual } from 'node:util';
import type { ContentFile } from './content-file.ts';

/** What English alone decides about an entry: where the field stands, and what it has to say. */
export type Fixed = { readonly path: readonly PropertyKey[]; readonly value: unknown };

/**
 * What is wrong with a locale's entries as translations of the English ones, as `file:line: sentence`: an id that
 * English does not have, and a fixed field that says something else. A missing entry is no problem: English is
 * shown in its place. Nothing is compared with English files that have problems themselves.
 */
export function translationProblems<T extends { readonly id: string }>(options: {
  readonly translation: ContentFile<T>;
  readonly english: ContentFile<T>;
  readonly fixedIn: (entry: T) => readonly Fixed[];
}): readonly string[] {
  const { translation, english, fixedIn } = options;
  if (english.problems.length > 0) return [];
  const originals = new Map(english.entries.map((entry) => [entry.id, entry]));
  return translation.entries.flatMap((entry) => {
    const original = originals.get(entry.id);
    if (original === undefined) return [`${translation.place(entry)}: English has no “${entry.id}”`];
    const own = fixedIn(entry);
    return fixedIn(original)
      .filter(({ path, value }) => differs(own, path, value))
      .map(({ path, value }) => {
        const field = path.map(String).join('.');
        return `${translation.place(entry, path)}: ${field}: must be ${String(value)}, as in English`;
      });
  });
}

/** A path that the translation lacks has a shorter list around it, whose length is compared by itself. */
function differs(own: readonly Fixed[], path: readonly PropertyKey[], value: unknown): boolean {
  const found = own.find((fixed) => isDeepStrictEqual(fixed.path, path));
  return found !== undefined && !isDeepStrictEqual(found.value, value);
}

/** The English entries in their order, each in the words of the translation where it has it. */
export function translated<T extends { readonly id: string }>(
  english: readonly T[],
  translation: readonly T[],
): readonly T[] {
  const own = new Map(translation.map((entry) => [entry.id, entry]));
  return english.map((entry) => own.get(entry.id) ?? entry);
}

/** The ids of the English entries that the translation lacks, in the order of the English ones. */
export function missingIn<T extends { readonly id: string }>(
  english: readonly T[],
  translation: readonly T[],
): readonly string[] {
  const own = new Set(translation.map(({ id }) => id));
  return english.map(({ id }) => id).filter((id) => !own.has(id));
}
