import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentFolder } from '../../src/content-file.ts';
import { temporaryFolder } from '../redis/stores.ts';

/** The English words that ship, and a German folder with nothing but the given files: `prompts/x.yml` → text. */
export async function folderInGerman(files: { readonly [name: string]: string }): Promise<URL> {
  const folder = await temporaryFolder();
  await cp(new URL('en/', contentFolder), join(folder, 'en'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'de', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return pathToFileURL(`${folder}/`);
}

/**
 * One entry of a list in the English words, with the texts of some fields replaced as a translator would: `text` is
 * what stands behind `id: `.
 */
export async function entryOf(
  file: string,
  id: string,
  changes: readonly (readonly [field: string, value: string])[] = [],
): Promise<string> {
  const text = await readFile(new URL(`en/${file}`, contentFolder), 'utf8');
  const found = text.split(/\n(?=- id: )/).find((entry) => entry.startsWith(`- id: ${id}\n`));
  if (found === undefined) throw new Error(`${file} has no “${id}”`);
  return changes.reduce((entry, [field, value]) => replaceField(entry, field, value), `${found.trimEnd()}\n`);
}

function replaceField(entry: string, field: string, value: string): string {
  const pattern = new RegExp(`^( *${field}: ).*$`, 'm');
  if (!pattern.test(entry)) throw new Error(`the entry has no field “${field}”`);
  return entry.replace(pattern, (_, before: string) => before + value);
}
