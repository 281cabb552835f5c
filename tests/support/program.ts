import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

export type Program = {
  /** What it has printed so far, both ways. */
  readonly printed: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
  /** How it ended, once it has. */
  readonly exit: Promise<{ readonly code: number | null; readonly signal: string | null }>;
};

const running: { readonly end: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) await program.end();
});

export type ProgramPlace = {
  /** Where it is started. */
  readonly folder?: string;
  /** A copy of this project. */
  readonly root?: string;
  readonly file?: string;
};

/** Runs `src/main.ts` (or another program of the project) with this environment alone. */
export function startProgram(
  environment: Readonly<Record<string, string>>,
  { folder = tmpdir(), root = project, file = 'src/main.ts' }: ProgramPlace = {},
): Program {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, file)], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exit: Program['exit'] = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const end = () => {
    child.kill('SIGKILL');
    return exit;
  };
  running.push({ end });
  return { printed: () => printed, signal: (name) => void child.kill(name), exit };
}
