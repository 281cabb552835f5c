import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Library, readLibrary } from '../../scripts/content/library.ts';
import { contentFolder } from '../../src/content-file.ts';

const english = new URL('en/', contentFolder);

/** The words that ship. */
export const shipped = (): Library => readLibrary(english);

/** One text replaced by another in one file. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

/** A copy of the English words (in `en/`) with one change in it, gone again after `look`. */
export function withChange<T>(change: Change, look: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'many-hands-content-'));
  try {
    cpSync(english, join(folder, 'en'), { recursive: true });
    const path = join(folder, 'en', change.file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(change.from)) throw new Error(`${change.file} does not have “${change.from}”`);
    writeFileSync(
      path,
      before.replace(change.from, () => change.to),
    );
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words with one change in them. */
export function changed(change: Change): Library {
  return withChange(change, (folder) => readLibrary(pathToFileURL(`${folder}/en/`)));
}

/** `prompts/control.yml:7`: where a text stands in a file that ships. */
export function placeOf(file: string, text: string): string {
  const lines = readFileSync(fileURLToPath(new URL(file, english)), 'utf8').split('\n');
  return `${file}:${lines.findIndex((line) => line.includes(text)) + 1}`;
}
