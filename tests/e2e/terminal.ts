import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../playground/until.ts';

const root = new URL('../../', import.meta.url).pathname;

export type Run = {
  /** What has been printed so far, both ways. */
  readonly output: () => string;
  /** Waits for something in the output. Times in milliseconds. */
  readonly see: (words: RegExp, timeout?: number) => Promise<void>;
  /** What Ctrl-C does: the signal goes to everything that runs in the terminal. */
  readonly interrupt: () => void;
  /** The exit code, once it is over. */
  readonly exit: Promise<number | null>;
  /** What the app has put into the run's folder for temporary files. (tsx keeps its cache there as well.) */
  readonly leftBehind: () => readonly string[];
  /** Ends what still runs, and removes the folder. */
  readonly close: () => Promise<void>;
};

/** The playground, as package.json starts it but without npm, so that no program on PATH is needed. */
export const playground = (...args: readonly string[]): readonly [string, ...string[]] => [
  process.execPath,
  '--import',
  'tsx',
  'playground/main.ts',
  ...args,
];

/** Runs that a test starts, and ends together. */
export function createRuns() {
  const runs: Run[] = [];
  return {
    start(...given: Parameters<typeof run>): Run {
      const started = run(...given);
      runs.push(started);
      return started;
    },
    async close(): Promise<void> {
      for (const each of runs.splice(0)) await each.close();
    },
  };
}

/** Runs a program of this project as a terminal does: in a process group, and here with a temporary folder of its own. */
export function run(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Run {
  const folder = mkdtempSync(join(tmpdir(), 'many-hands-terminal-'));
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const exit = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('close', resolve);
  });
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
  };
  return {
    output: () => output,
    see: async (words, timeout = 30_000) => {
      await until(`${words} in: ${output}`, () => words.test(output), { timeout });
    },
    interrupt: () => signal('SIGINT'),
    exit,
    leftBehind: () => readdirSync(folder).filter((name) => name.startsWith('many-hands-')),
    close: async () => {
      signal('SIGTERM');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The id of the process that was started with this option (Linux). */
export function processWith(option: string, value: string): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((id) => commandLine(id).includes(`\0${option}\0${value}\0`));
  if (found === undefined) throw new Error(`No process runs with ${option} ${value}.`);
  return Number(found);
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return ''; // It has ended in the meantime.
  }
}
