import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How to start local-slack here. `startTimeout` in milliseconds: npx may have to fetch 90 MB first. */
export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly shell: boolean;
  readonly startTimeout: number;
};

export type Machine = {
  readonly platform: string;
  readonly arch: string;
  /** Gives the path of an installed module, or throws. */
  readonly resolve: (specifier: string) => string;
  readonly exists: (path: string) => boolean;
};

const thisMachine: Machine = {
  platform: process.platform,
  arch: process.arch,
  resolve: createRequire(import.meta.url).resolve,
  exists: existsSync,
};

/**
 * The binary of the optional dependency `local-slack-<platform>-<arch>` where npm installed one (this project asks
 * for linux-x64 only), `npx local-slack` everywhere else.
 */
export function findLocalSlack(machine: Machine = thisMachine): Program {
  const onWindows = machine.platform === 'win32';
  const binary = installedBinary(machine, onWindows);
  if (binary !== undefined) return { command: binary, args: [], shell: false, startTimeout: 20_000 };
  return { command: 'npx', args: ['--yes', 'local-slack'], shell: onWindows, startTimeout: 180_000 };
}

function installedBinary(machine: Machine, onWindows: boolean): string | undefined {
  const platform = onWindows ? 'windows' : machine.platform;
  try {
    const manifest = machine.resolve(`local-slack-${platform}-${machine.arch}/package.json`);
    const binary = join(dirname(manifest), 'bin', onWindows ? 'local-slack.exe' : 'local-slack');
    return machine.exists(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
