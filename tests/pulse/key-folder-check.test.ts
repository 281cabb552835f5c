import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkKeyFolder } from '../../src/pulse/key-folder-check.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { temporaryFolder } from '../redis/stores.ts';

const sharedDisk = 'KEY_DIR is on the disk of Redis’s files: keep it out of their backups';

describe('the folder for keys, at start', () => {
  const fresh = async () => join(await temporaryFolder(), 'with', 'folders', 'around');

  it('is made, for us alone, and nothing is said', async () => {
    const folder = await fresh();
    expect(await checkKeyFolder(folder)).toEqual([]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toEqual([]);
  });

  it('may be there already, with keys in it', async () => {
    const folder = await fresh();
    await checkKeyFolder(folder);
    await writeFile(join(folder, 'T1-C1-1.key'), 'key');
    expect(await checkKeyFolder(folder)).toEqual([]);
    expect(await readdir(folder)).toEqual(['T1-C1-1.key']);
  });

  it.each([0o750, 0o705, 0o711])('that others may look into (%o) is told, with what to do', async (mode) => {
    const folder = await fresh();
    await mkdir(folder, { recursive: true });
    await chmod(folder, mode);
    expect(await checkKeyFolder(folder)).toEqual([
      `KEY_DIR: others may look into ${folder}. Run: chmod 700 ${folder}`,
    ]);
  });

  it.each([0o770, 0o707, 0o1777])(
    'that others may write into (%o) keeps the app from starting',
    async (mode) => {
      const folder = await fresh();
      await mkdir(folder, { recursive: true });
      await chmod(folder, mode);
      await expect(checkKeyFolder(folder)).rejects.toThrow(
        `KEY_DIR: others may write into ${folder}. Run: chmod 700 ${folder}`,
      );
      await expect(checkKeyFolder(folder)).rejects.toThrow(StartProblem);
    },
  );

  it.each(['below a file', 'in /proc'])(
    'that cannot be made, %s, keeps the app from starting',
    async (place) => {
      const file = join(await temporaryFolder(), 'file');
      await writeFile(file, '');
      const folder = place === 'in /proc' ? '/proc/keys-of-many-hands/here' : join(file, 'keys');
      await expect(checkKeyFolder(folder)).rejects.toThrow(
        `KEY_DIR: no key can be kept in ${folder}. Choose a folder that the user who runs the app may write into`,
      );
    },
  );

  it('on the disk of Redis’s files is told: one backup would catch both', async () => {
    const folder = await fresh();
    const redisFolder = await temporaryFolder();
    expect(await checkKeyFolder(folder, redisFolder)).toEqual([sharedDisk]);
  });

  it('on another disk is not, nor is a folder of Redis that is not here', async () => {
    const folder = await fresh();
    expect(await checkKeyFolder(folder, '/proc')).toEqual([]);
    expect(await checkKeyFolder(folder, '/no/such/folder')).toEqual([]);
  });
});
