import { createHash } from 'node:crypto';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { StoreUnavailable } from './store-error.ts';

/** The kernel cuts socket paths off at 104 bytes (macOS) or 108 (Linux). */
const LONGEST = 100;

/**
 * Where the private Redis of a data folder listens: in the folder itself or, where that path would be too long,
 * in a folder of the system's temporary directory named after it, which only this user may enter.
 *
 * @param dataDir an existing folder.
 * @throws StoreUnavailable when someone else owns that temporary folder, or others may enter it.
 */
export async function socketPathFor(dataDir: string): Promise<string> {
  const folder = await realpath(dataDir);
  const near = join(folder, 'redis.sock');
  if (Buffer.byteLength(near) <= LONGEST) return near;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const far = join(tmpdir(), `many-hands-${digest}`);
  await mkdir(far, { recursive: true, mode: 0o700 });
  await mustBeOurs(far);
  return join(far, 'redis.sock');
}

/** Whether someone accepts connections there; a socket file may be left over from a crash. */
export function isServed(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path: socketPath });
    const answer = (served: boolean) => () => {
      socket.destroy();
      resolve(served);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}

/** The `REDIS_URL` of the private Redis that serves a data folder now; `undefined` where none does. */
export async function servedUrl(dataDir: string): Promise<string | undefined> {
  const path = await socketPathFor(dataDir).catch(() => undefined);
  if (path === undefined || !(await isServed(path))) return undefined;
  return `unix://${path.split('/').map(encodeURIComponent).join('/')}`;
}

async function mustBeOurs(folder: string): Promise<void> {
  const found = await lstat(folder);
  const ours = found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o077) === 0;
  if (!ours)
    throw new StoreUnavailable(
      `The folder ${folder} is not ours alone. Remove it or choose another data folder.`,
    );
}
