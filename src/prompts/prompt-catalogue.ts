import { readdirSync } from 'node:fs';
import { type ContentFile, type LocatedFile, readContentFile, usedAlready } from '../content-file.ts';
import { tracks } from '../team/team.ts';
import { type Prompt, promptSchema } from './prompt.ts';

/** Reads every prompt of a locale's folder (`content/en/`), with all problems of all files at once. */
export function readPrompts(folder: URL): ContentFile<Prompt> {
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
    problems: [...problems, ...repeatedAcross(files), ...emptyTracks(entries, problems)],
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

function emptyTracks(entries: readonly Prompt[], problems: readonly string[]): readonly string[] {
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
