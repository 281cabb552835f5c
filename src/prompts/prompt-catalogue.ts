import { readdirSync } from 'node:fs';
import { type ContentFile, type LocatedFile, readContentFile, usedAlready } from '../content-file.ts';
import { tracks } from '../team/team.ts';
import { type Fixed, translationProblems } from '../translation.ts';
import { type Prompt, promptSchema } from './prompt.ts';

/** Reads every English prompt (`content/en/`), with all problems of all files at once. */
export function readPrompts(folder: URL): ContentFile<Prompt> {
  const read = readFiles(folder);
  return { ...read, problems: [...read.problems, ...emptyTracks(read)] };
}

/** Reads what a locale's folder has in its own words of the English prompts, with all problems at once. */
export function readTranslatedPrompts(folder: URL, english: ContentFile<Prompt>): ContentFile<Prompt> {
  const read = readFiles(folder);
  const wrong = translationProblems({ translation: read, english, fixedIn });
  return { ...read, problems: [...read.problems, ...wrong] };
}

const fixedFields = ['track', 'sign', 'practice', 'depth'] as const;

/** A note for managers is the same prompt's note: where English has one, it is not lost. */
function fixedIn(prompt: Prompt): readonly Fixed[] {
  const note = prompt['for-managers'] === undefined ? 'left out' : 'there';
  return [
    ...fixedFields.map((field) => ({ path: [field], value: prompt[field] })),
    { path: ['for-managers'], value: note },
  ];
}

function readFiles(folder: URL): ContentFile<Prompt> {
  const found = filesIn(new URL('prompts/', folder));
  const names = found.filter((name) => name.endsWith('.yml'));
  const misnamed = found
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `prompts/${name}:1: is not read: name it ${name.replace(/yaml$/, 'yml')}`);
  const files = names.map((name) =>
    readContentFile({
      url: new URL(`prompts/${name}`, folder),
      name: `prompts/${name}`,
      schema: promptSchema,
    }),
  );
  const entries = files.flatMap((file) => file.entries);
  const problems = [...misnamed, ...files.flatMap((file) => file.problems)];
  return {
    entries,
    problems: [...problems, ...repeatedAcross(files)],
    place: (prompt, path) =>
      files.find((file) => file.entries.includes(prompt))?.place(prompt, path) ?? 'prompts',
  };
}

/** A line for each id that an earlier file has already. */
function repeatedAcross(files: readonly LocatedFile<Prompt>[]): readonly string[] {
  const first = new Map<string, string>();
  return files.flatMap(({ places }) =>
    [...places].flatMap(([id, place]) => {
      const before = first.get(id);
      first.set(id, before ?? place);
      return before === undefined ? [] : [`${place}: ${usedAlready(id, before)}`];
    }),
  );
}

function emptyTracks({ entries, problems }: ContentFile<Prompt>): readonly string[] {
  if (problems.length > 0) return [];
  return tracks
    .filter((track) => !entries.some((prompt) => prompt.track === track))
    .map((track) => `prompts: there is no prompt for the track “${track}”`);
}

function filesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
