import { mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyCustody } from '../../src/pulse/key-custody.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { temporaryFolder } from '../redis/stores.ts';
import { keyNumber } from './samples.ts';

const pulse = 'TWORK-CTEAM-1000';
const key = keyNumber(9);

describe('the folder of keys', () => {
  let folder: string;
  let custody: KeyCustody;
  const path = () => join(folder, `${pulse}.key`);
  const mode = async (of: string) => (await stat(of)).mode & 0o777;
  beforeEach(async () => {
    folder = join(await temporaryFolder(), 'some', 'keys');
    custody = createKeyFolder({ folder });
  });

  it('gives back what it keeps', async () => {
    expect(await custody.keep(pulse, key)).toEqual(key);
    expect(await custody.read(pulse)).toEqual(key);
    expect(await createKeyFolder({ folder }).read(pulse)).toEqual(key);
  });

  it('makes itself and its files readable by nobody else', async () => {
    await custody.keep(pulse, key);
    expect(await mode(folder)).toBe(0o700);
    expect(await mode(path())).toBe(0o600);
  });

  it('holds one file a pulse, with the key and nothing more', async () => {
    await custody.keep(pulse, key);
    await custody.keep('TWORK-COTHER-1000', keyNumber(8));
    expect((await readdir(folder)).sort()).toEqual(['TWORK-COTHER-1000.key', `${pulse}.key`].sort());
    expect(await readFile(path())).toEqual(key);
  });

  it('lets the first key of a pulse stand, and tells whoever comes second which one it is', async () => {
    await custody.keep(pulse, key);
    expect(await custody.keep(pulse, keyNumber(8))).toEqual(key);
    expect(await custody.read(pulse)).toEqual(key);
    expect(await readdir(folder)).toEqual([`${pulse}.key`]);
  });

  it('gives all who keep one at the same moment the same key', async () => {
    const kept = await Promise.all(
      Array.from({ length: 20 }, (_, at) => createKeyFolder({ folder }).keep(pulse, keyNumber(at))),
    );
    expect(new Set(kept.map((one) => one.toString('hex'))).size).toBe(1);
    expect(await custody.read(pulse)).toEqual(kept[0]);
    expect(await readdir(folder)).toEqual([`${pulse}.key`]);
  });

  it.each([0, 1, 31, 33, 64])(
    'takes a file of %i bytes for no key, and a new key may take its place',
    async (length) => {
      await custody.keep(pulse, key);
      await truncate(path(), length);
      expect(await custody.read(pulse)).toBe('lost');
      expect(await custody.keep(pulse, keyNumber(8))).toEqual(keyNumber(8));
      expect(await custody.read(pulse)).toEqual(keyNumber(8));
      expect(await mode(path())).toBe(0o600);
    },
  );

  it('has no key where there is no file, or no folder', async () => {
    expect(await custody.read(pulse)).toBe('lost');
    await custody.keep(pulse, key);
    expect(await custody.read('TWORK-CTEAM-999')).toBe('lost');
  });

  it('destroys a key for good, as often as it is told to', async () => {
    await custody.destroy(pulse);
    await custody.keep(pulse, key);
    await custody.destroy(pulse);
    expect(await custody.read(pulse)).toBe('lost');
    expect(await readdir(folder)).toEqual([]);
    await custody.destroy(pulse);
  });

  it('destroys what a crash in the midst of keeping has left too, and nothing of another pulse', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path()}.new-1`, key);
    await custody.keep('TWORK-CTEAM-10001', key);
    await custody.destroy(pulse);
    expect(await readdir(folder)).toEqual(['TWORK-CTEAM-10001.key']);
  });

  it('writes nothing to where a link planted in the folder points', async () => {
    await mkdir(folder, { recursive: true });
    const elsewhere = join(await temporaryFolder(), 'elsewhere');
    await writeFile(elsewhere, 'untouched');
    await symlink(elsewhere, path());
    await custody.keep(pulse, key);
    expect(await readFile(elsewhere, 'utf8')).toBe('untouched');
    expect(await custody.read(pulse)).toEqual(key);
  });

  it.each(['../outside', 'a/b', '..', '', '.', 'TWORK\0', 'twork-cteam-1', 'TWORK--1', '-T', 'T-', 'T.key'])(
    'makes no path of %j, which is not a pulse’s id',
    async (id) => {
      await expect(custody.keep(id, key)).rejects.toThrow('not a pulse id');
      await expect(custody.read(id)).rejects.toThrow('not a pulse id');
      await expect(custody.destroy(id)).rejects.toThrow('not a pulse id');
    },
  );

  it('fails rather than keep a key it cannot write', async () => {
    await mkdir(join(folder, '..'), { recursive: true });
    await writeFile(folder, 'a file where the folder should be');
    await expect(custody.keep(pulse, key)).rejects.toThrow();
  });
});
