import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { makeFolder } from '../make-folder.ts';
import { StartProblem } from '../start-problem.ts';

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
  await makeUsable(folder);
  const { mode, dev } = await stat(folder);
  if ((mode & OTHERS_WRITE) !== 0)
    throw new StartProblem([`KEY_DIR: others may write into ${folder}. Run: chmod 700 ${folder}`]);
  const isOpen = (mode & OTHERS) !== 0;
  const isShared = redisFolder !== undefined && dev === (await deviceOf(redisFolder));
  return [
    ...(isOpen ? [`KEY_DIR: others may look into ${folder}. Run: chmod 700 ${folder}`] : []),
    ...(isShared ? ['KEY_DIR is on the disk of Redis’s files: keep it out of their backups'] : []),
  ];
}

async function makeUsable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    const advice = 'Choose a folder that the user who runs the app may write into';
    throw new StartProblem([`KEY_DIR: no key can be kept in ${folder}. ${advice}`]);
  }
}

async function deviceOf(folder: string): Promise<number | undefined> {
  return await stat(folder).then(
    ({ dev }) => dev,
    () => undefined,
  );
}
