import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { TeamId } from '../team-id.ts';
import type { KeyCustody, KeyProblem } from './key-custody.ts';
import { checkKeyFolder, OTHERS } from './key-folder-check.ts';
import { KEY_BYTES } from './pulse-key.ts';
import { isPulseId, teamOfPulse } from './pulse-record.ts';

/**
 * Custody A: one file per pulse, readable by us alone, on a disk outside Redis and its backups. The file is on
 * the disk (fsync) before the pulse is posted and unlinked when it closes.
 */
export function createKeyFolder(deps: { readonly folder: string }): KeyCustody {
  const { folder } = deps;
  const pathOf = (pulseId: string) => join(folder, `${safeName(pulseId)}${KEY}`);

  async function read(pulseId: string): Promise<Buffer | KeyProblem> {
    const path = pathOf(pulseId);
    return (await orMissing((async () => readKey(path))())) ?? 'lost';
  }

  return {
    kind: 'A',
    read,

    async keep(pulseId, key) {
      const path = pathOf(pulseId);
      const draft = await writeDraft(path, key);
      const isFirst = await linkUnlessThere(draft, path);
      const inForce = isFirst ? key : await read(pulseId);
      // What stands there without being a key was damaged: it never was in force.
      await (Buffer.isBuffer(inForce) ? unlink(draft) : rename(draft, path));
      await syncFolder(folder);
      return Buffer.isBuffer(inForce) ? inForce : key;
    },

    async commit(pulseId, state) {
      const path = `${pathOf(pulseId)}${CLOSING}`;
      const known = await orMissing(readFile(path, 'utf8'));
      if (known !== undefined) return known === state;
      const draft = await writeDraft(path, Buffer.from(state));
      const isFirst = await orMissing(linkUnlessThere(draft, path));
      await orMissing(unlink(draft));
      await syncFolder(folder);
      // Gone, draft or all: someone else has closed the pulse meanwhile, and its key is gone with it.
      return isFirst === true || ((await orMissing(readFile(path, 'utf8'))) ?? state) === state;
    },

    async destroy(pulseId) {
      const path = pathOf(pulseId);
      await orMissing(unlink(path));
      for (const other of await othersOf(path)) await orMissing(unlink(other));
      await orMissing(syncFolder(folder));
    },

    kept: async (team) => (await keptIds()).filter((pulseId) => isOf(team, pulseId)),
    keptOutside: keptIds,
    check: (redisFolder) => checkKeyFolder(folder, redisFolder),
  };

  /** Writes what is to stand at `path` under a name of its own, on the disk; returns that name. */
  async function writeDraft(path: string, bytes: Buffer): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = `${path}${DRAFT}${randomUUID()}`;
    await writeNew(draft, bytes);
    return draft;
  }

  /** What else belongs to a key: the state it closed from, and what a crash in the midst of writing has left. */
  async function othersOf(path: string): Promise<readonly string[]> {
    return (await names()).map((name) => join(folder, name)).filter((found) => found.startsWith(`${path}.`));
  }

  /** Of every file that belongs to a key: what a crash has left behind without the key itself has to go too. */
  async function keptIds(): Promise<readonly string[]> {
    const ids = (await names()).map((name) => name.slice(0, Math.max(name.indexOf(KEY), 0)));
    return [...new Set(ids)].filter(isPulseId);
  }

  async function names(): Promise<readonly string[]> {
    return (await orMissing(readdir(folder))) ?? [];
  }
}

function isOf({ workspace, channel }: TeamId, pulseId: string): boolean {
  const own = teamOfPulse(pulseId);
  return own.workspace === workspace && own.channel === channel;
}

const KEY = '.key';
/**
 * The key in a file. Read here and now, not by the thread pool: it is 32 bytes that lie in memory, they are read for
 * every answer, and four errands to the pool took longer than all of Redis.
 */
function readKey(path: string): Buffer | KeyProblem {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if ((fstatSync(file).mode & OTHERS) !== 0) return 'exposed';
    const bytes = Buffer.alloc(KEY_BYTES + 1);
    return readSync(file, bytes) === KEY_BYTES ? bytes.subarray(0, KEY_BYTES) : 'lost';
  } finally {
    closeSync(file);
  }
}

/** Between a path and a random name: a file that is written whole before it takes its place. */
const DRAFT = '.new-';
/** After a key's path: the state of the pulse it is being closed from. */
const CLOSING = '.closing';

async function writeNew(path: string, bytes: Buffer): Promise<void> {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const file = await open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file a second name at one stroke. Returns false, changing nothing, where that name is taken. */
async function linkUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
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

/** No file; or a link, which `O_NOFOLLOW` refuses: we never write one, so it is not our key. */
const MISSING = new Set<unknown>(['ENOENT', 'ELOOP']);

async function orMissing<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (MISSING.has(codeOf(error))) return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code');
