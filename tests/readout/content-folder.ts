import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../redis/stores.ts';

/** A folder of content with one file in it. */
export async function folderWith(file: string, text: string): Promise<URL> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, file), text);
  return pathToFileURL(`${folder}/`);
}
