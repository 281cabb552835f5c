import { localeNames } from '../../src/locale.ts';
import { missingIn } from '../../src/translation.ts';
import type { Library } from './library.ts';

/** What English has, and of that what a translation lacks. `name`: the file, or the kind. */
type Gap = { readonly name: string; readonly all: number; readonly missing: readonly string[] };

/** What a translation has of English and what it lacks, file by file: there people read English. */
export function missingReport(library: Library, english: Library): string {
  const counts = gapsByKind(library, english).map(
    ({ name, all, missing }) => `${all - missing.length} of ${all} ${name}`,
  );
  const lines = gapsByFile(library, english).filter(({ missing }) => missing.length > 0);
  return [
    `${localeNames[library.locale]} (${library.locale}): ${counts.join(', ')}`,
    lines.length === 0 ? 'nothing is missing' : 'missing, and shown in English:',
    ...lines.map(lineFor),
  ].join('\n');
}

/** What is missing of each kind of entry. */
export function gapsByKind(library: Library, english: Library): readonly Gap[] {
  return (['prompts', 'questions', 'actions'] as const).map((kind) =>
    gap(kind, english[kind].entries, library[kind].entries),
  );
}

function gapsByFile(library: Library, english: Library): readonly Gap[] {
  const { prompts, questions, actions } = english;
  const signs = [...new Set(prompts.entries.map(({ sign }) => sign))];
  return [
    ...signs.map((sign) => {
      const ofSign = prompts.entries.filter((prompt) => prompt.sign === sign);
      return gap(`prompts/${sign}.yml`, ofSign, library.prompts.entries);
    }),
    gap('questions.yml', questions.entries, library.questions.entries),
    gap('actions.yml', actions.entries, library.actions.entries),
  ];
}

function gap(
  name: string,
  english: readonly { readonly id: string }[],
  own: readonly { readonly id: string }[],
): Gap {
  return { name, all: english.length, missing: missingIn(english, own) };
}

function lineFor({ name, all, missing }: Gap): string {
  return `  ${name}: ${missing.length === all ? `all ${all}` : missing.join(', ')}`;
}
