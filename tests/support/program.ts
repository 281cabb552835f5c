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

/** Runs `src/main.ts` of this project, or of a copy at `root`, started in `folder` with this environment alone. */
export function startProgram(
  environment: Readonly<Record<string, string>>,
  { folder = tmpdir(), root = project }: { readonly folder?: string; readonly root?: string } = {},
): Program {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'src/main.ts')], {
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
