import { createHmac } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../ports.ts';
import { checkKeyFolder } from './key-folder-check.ts';

const ID_BYTES = 8;
const ID_FILE = 'folder.id';

/** Where a process keeps keys, as its configuration says. */
export type CustodyPlace = { readonly keyDir: string; readonly keyEncryptionKey?: Buffer };

/**
 * A name for the place where a process keeps keys: `A-` and a random id that lies in the folder itself, or `B-` and a
 * fingerprint of the key that wraps them. Two processes that give their keys to each other have the same.
 * Throws `StartProblem` where no key could be kept.
 */
export async function custodyName(
  { keyDir, keyEncryptionKey }: CustodyPlace,
  random: Random,
): Promise<string> {
  if (keyEncryptionKey !== undefined) return `B-${fingerprint(keyEncryptionKey)}`;
  await checkKeyFolder(keyDir);
  const id = await idOf(keyDir, random);
  return `A-${id}`;
}

/** The same for whoever only looks: nothing is written. `undefined` for a folder in which no process has kept keys yet. */
export async function knownCustodyName({
  keyDir,
  keyEncryptionKey,
}: CustodyPlace): Promise<string | undefined> {
  if (keyEncryptionKey !== undefined) return `B-${fingerprint(keyEncryptionKey)}`;
  const id = await knownIdOf(keyDir);
  return id === undefined ? undefined : `A-${id}`;
}

/** Tells keys apart and nothing else about them. */
function fingerprint(key: Buffer): string {
  return createHmac('sha256', key)
    .update('many-hands custody name')
    .digest('hex')
    .slice(0, 2 * ID_BYTES);
}

/** Written once, whole: whoever comes second, at the same moment too, reads what the first has written. */
async function idOf(folder: string, random: Random): Promise<string> {
  const path = join(folder, ID_FILE);
  const known = await knownIdOf(folder);
  if (known !== undefined) return known;
  const draft = `${path}.new-${random.bytes(ID_BYTES).toString('hex')}`;
  await writeFile(draft, random.bytes(ID_BYTES).toString('hex'), { mode: 0o600, flag: 'wx' });
  await link(draft, path).catch(() => undefined);
  await unlink(draft);
  return readFile(path, 'utf8');
}

const knownIdOf = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, ID_FILE), 'utf8').catch(() => undefined);
