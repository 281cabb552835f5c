import type { ContentFile } from './content-file.ts';

/** What English alone decides about an entry: where the field stands, and what it has to say. */
export type Fixed = { readonly path: readonly PropertyKey[]; readonly value: string | number };

/**
 * What is wrong with a locale's entries as translations of the English ones, as `file:line: sentence`: an id that
 * English does not have, and a fixed field that says something else. A missing entry is no problem: English is
 * shown in its place. Nothing is compared with English files that have problems themselves.
 */
export function translationProblems<T extends { readonly id: string }>(options: {
  readonly translation: ContentFile<T>;
  readonly english: ContentFile<T>;
  /** The same fields in the same order for every entry. */
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
      .filter(({ value }, at) => value !== own[at]?.value)
      .map(({ path, value }) => {
        const place = translation.place(entry, path);
        return `${place}: ${path.map(String).join('.')}: must be ${value}, as in English`;
      });
  });
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
