import { type ChildProcess, spawn } from 'node:child_process';
import type { Program } from './local-slack-program.ts';

export type Child = {
  /** Settles with a few words once the process is gone, whatever the reason. Never rejects. */
  readonly ended: Promise<string>;
  /** Asks the process and all it started to end, and insists after two seconds. */
  readonly stop: () => Promise<void>;
  /** The same at once and without waiting: for the moment this process itself ends. */
  readonly kill: () => void;
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const onWindows = process.platform === 'win32';

/**
 * Starts a program in a process group of its own: npx puts two processes in front of the binary, and ending only the
 * first would leave the binary alive. Ends the group with this process; only SIGKILL leaves no time for that.
 */
export function startChild(program: Program, args: readonly string[], log: (line: string) => void): Child {
  const child = spawn(program.command, [...program.args, ...args], {
    detached: !onWindows,
    shell: program.shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = endOf(child, log);
  const kill = () => signal(child, 'SIGKILL');
  const forget = killAtExit(kill);
  void ended.then(forget);
  const stop = async () => {
    signal(child, 'SIGTERM');
    const insist = setTimeout(kill, 2_000);
    await ended;
    clearTimeout(insist);
  };
  return { ended, stop, kill };
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (onWindows) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // The group is gone already.
  }
}

function endOf(child: ChildProcess, log: (line: string) => void): Promise<string> {
  let lastWords = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      lastWords = lines.at(-1)?.trim() ?? lastWords;
      lines.forEach(log);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (problem) => resolve(problem.message));
    child.once('close', (code) => resolve(lastWords === '' ? `exit code ${code}` : lastWords));
  });
}

/** How to end each child that still runs. One set for the process, which ends only once. */
const running = new Set<() => void>();

function killAtExit(kill: () => void): () => void {
  if (running.size === 0) {
    process.on('exit', killAll);
    for (const name of SIGNALS) process.on(name, onSignal);
  }
  running.add(kill);
  return () => {
    running.delete(kill);
    if (running.size > 0) return;
    process.off('exit', killAll);
    for (const name of SIGNALS) process.off(name, onSignal);
  };
}

function killAll(): void {
  for (const kill of running) kill();
}

/** A signal nobody else listens to ends the process without an `exit` event, so it is caught here and sent again. */
function onSignal(name: NodeJS.Signals): void {
  if (process.listenerCount(name) > 1) return;
  killAll();
  process.off(name, onSignal);
  process.kill(process.pid, name);
}
