import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/**
 * The first `redis-server`, or else `valkey-server`, on a search path written like `PATH`.
 *
 * @returns the program's path, or undefined when there is none (or no search path).
 */
export async function findServer(searchPath: string | undefined): Promise<string | undefined> {
  const folders = (searchPath ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of folders) {
      const program = join(folder, name);
      if (await isExecutable(program)) return program;
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
