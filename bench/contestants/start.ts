import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A contestant in a process of its own. */
export type Contestant = {
  readonly name: string;
  /** Milliseconds of processor time it has used so far; NaN where the machine does not say. */
  readonly processorTime: () => number;
  readonly stop: () => Promise<void>;
};

/** The line with which each of them says that it takes answers. */
const READY = 'is running';

/**
 * Starts a program of the bench, or the app itself, with this environment alone, and waits until it is ready.
 * @throws Error with what it printed, if it ends before
 */
export async function startContestant(given: {
  readonly name: string;
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<Contestant> {
  const program = fileURLToPath(new URL(`../../${given.program}`, import.meta.url));
  const child = spawn(process.execPath, [program], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...given.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes(READY)) resolve();
      });
    }
    void ended.then(() => reject(new Error(`${given.name} did not start:\n${printed}`)));
  });
  return {
    name: given.name,
    processorTime: () => processorTimeOf(child.pid),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** User and system time from /proc, in ticks of 10 ms. Source: proc(5), fields 14 and 15 of /proc/[pid]/stat. */
function processorTimeOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
