import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { StartProblem } from '../start-problem.ts';

const USABLE = constants.R_OK | constants.W_OK | constants.X_OK;
/** Permission bits of everyone but the owner. */
export const OTHERS = 0o077;
/** Those of them with which others could put keys of their own in place of ours. */
const OTHERS_WRITE = 0o022;

/**
 * Makes the folder for keys where it is missing, and says what is unwise about it: that others may look into it, or
 * that it shares a disk with Redis's files (`redisFolder`, if they are on this machine), so that one nightly backup
 * would catch a locked total and its key. Throws `StartProblem` where we cannot keep a key in it, or others could
 * exchange one.
 */
export async function checkKeyFolder(folder: string, redisFolder?: string): Promise<readonly string[]> {
  await orUnusable(folder, async () => {
    await makeFolder(folder);
    await access(folder, USABLE);
  });
  return unwiseAbout(folder, redisFolder);
}

/**
 * The same for whoever only looks: nothing is made. Of a folder that is not there yet it is asked whether it could be
 * made, and `isThere` is false.
 */
export async function lookAtKeyFolder(
  folder: string,
  redisFolder?: string,
): Promise<{ readonly isThere: boolean; readonly unwise: readonly string[] }> {
  const place = await orUnusable(folder, async () => {
    const found = await nearestThere(folder);
    await access(found, USABLE);
    return found;
  });
  if (place === folder) return { isThere: true, unwise: await unwiseAbout(folder, redisFolder) };
  return { isThere: false, unwise: sharedDisk(await deviceOf(place), await deviceOf(redisFolder)) };
}

async function unwiseAbout(folder: string, redisFolder: string | undefined): Promise<readonly string[]> {
  const { mode, dev } = await stat(folder);
  if ((mode & OTHERS_WRITE) !== 0)
    throw new StartProblem([`KEY_DIR: others may write into ${folder}. Run: chmod 700 ${folder}`]);
  const isOpen = (mode & OTHERS) !== 0;
  return [
    ...(isOpen ? [`KEY_DIR: others may look into ${folder}. Run: chmod 700 ${folder}`] : []),
    ...sharedDisk(dev, await deviceOf(redisFolder)),
  ];
}

function sharedDisk(ours: number | undefined, redis: number | undefined): readonly string[] {
  if (redis === undefined || ours !== redis) return [];
  return ['KEY_DIR is on the disk of Redis’s files: keep it out of their backups'];
}

/** The folder itself, or the nearest one above it that is there. */
async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ENOENT') throw error;
    return nearestThere(dirname(path));
  }
}

async function orUnusable<Found>(folder: string, work: () => Promise<Found>): Promise<Found> {
  try {
    return await work();
  } catch {
    const advice = 'Choose a folder that the user who runs the app may write into';
    throw new StartProblem([`KEY_DIR: no key can be kept in ${folder}. ${advice}`]);
  }
}

async function deviceOf(folder: string | undefined): Promise<number | undefined> {
  if (folder === undefined) return undefined;
  return await stat(folder).then(
    ({ dev }) => dev,
    () => undefined,
  );
}
