import { randomBytes } from 'node:crypto';
import { chmod, readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { custodyName } from '../../src/pulse/custody-name.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { temporaryFolder } from '../redis/stores.ts';

const random = { bytes: (size: number) => randomBytes(size) };
const nameOf = (keyDir: string, keyEncryptionKey?: Buffer) =>
  custodyName({ keyDir, ...(keyEncryptionKey ? { keyEncryptionKey } : {}) }, random);

it('is the same for all who share a folder, by whatever path, and another for each folder', async () => {
  const [one, other] = [join(await temporaryFolder(), 'keys'), join(await temporaryFolder(), 'keys')];
  const name = await nameOf(one);
  const path = join(await temporaryFolder(), 'mounted');
  await symlink(one, path);
  expect(name).toMatch(/^A-[0-9a-f]{16}$/);
  expect([await nameOf(one), await nameOf(path)]).toEqual([name, name]);
  expect(await nameOf(other)).not.toBe(name);
});

it('is the same for those who ask first at the same moment', async () => {
  const keyDir = await temporaryFolder();
  await chmod(keyDir, 0o700);
  const names = await Promise.all(Array.from({ length: 20 }, () => nameOf(keyDir)));
  expect(new Set(names).size).toBe(1);
  expect(await readdir(keyDir)).toEqual(['folder.id']);
});

it('lies in a file for us alone, which is taken for no key', async () => {
  const keyDir = join(await temporaryFolder(), 'keys');
  await nameOf(keyDir);
  expect((await stat(join(keyDir, 'folder.id'))).mode & 0o777).toBe(0o600);
  expect(await createKeyFolder({ folder: keyDir }).keptOutside()).toEqual([]);
});

it('is the same for all who have the same wrapping key, and says nothing else about it', async () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];
  const name = await nameOf('/nowhere', key);
  expect(name).toMatch(/^B-[0-9a-f]{16}$/);
  expect(await nameOf('/elsewhere', Buffer.from(key))).toBe(name);
  expect(await nameOf('/nowhere', other)).not.toBe(name);
  expect(key.toString('hex')).not.toContain(name.slice(2));
});

it('is not to be had of a folder in which no key could be kept', async () => {
  const keyDir = await temporaryFolder();
  await chmod(keyDir, 0o777);
  await expect(nameOf(keyDir)).rejects.toBeInstanceOf(StartProblem);
});
