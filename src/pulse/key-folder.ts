import { constants } from 'node:fs';
import { mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyCustody } from './key-custody.ts';
import { KEY_BYTES } from './pulse-key.ts';

/** Permission bits of everyone but the owner. */
const OTHERS = 0o077;

/**
 * Custody A: one file per pulse, readable by us alone, on a disk outside Redis and its backups. The file is on
 * the disk (fsync) before the pulse is posted and unlinked when it closes.
 */
export function createKeyFolder(deps: { readonly folder: string }): KeyCustody {
  const { folder } = deps;
  const pathOf = (pulseId: string) => join(folder, `${safeName(pulseId)}.key`);
  return {
    kind: 'A',

    async keep(pulseId, key) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW } = constants;
      const file = await open(pathOf(pulseId), O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW, 0o600);
      try {
        await file.writeFile(key);
        await file.sync();
      } finally {
        await file.close();
      }
      await syncFolder(folder);
    },

    async read(pulseId) {
      const file = await orMissing(open(pathOf(pulseId), constants.O_RDONLY | constants.O_NOFOLLOW));
      if (file === undefined) return 'lost';
      try {
        const { mode } = await file.stat();
        if ((mode & OTHERS) !== 0) return 'exposed';
        const key = await file.readFile();
        return key.length === KEY_BYTES ? key : 'lost';
      } finally {
        await file.close();
      }
    },

    async destroy(pulseId) {
      await orMissing(unlink(pathOf(pulseId)));
      await orMissing(syncFolder(folder));
    },
  };
}

/** Pulse ids are made by us; one that is not cannot become a path. */
function safeName(pulseId: string): string {
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(pulseId)) throw new Error('not a pulse id');
  return pulseId;
}

/** A new or removed name is only certain to survive a power cut once its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orMissing<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return undefined;
    throw error;
  }
}
