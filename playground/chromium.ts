import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'] as const;

/** Nothing that reaches for the network on its own, and no sandbox, which root in a container cannot have. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Place = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
};

/**
 * The browser to drive: `CHROMIUM_PATH` where it is set, else the first Chromium or Chrome in the usual places.
 * @throws Error with what to do, when there is none
 */
export function findChromium({ env, exists }: Place = { env: process.env, exists: existsSync }): string {
  const chosen = env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (exists(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  }
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)].filter((folder) => folder !== '');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(exists);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}
