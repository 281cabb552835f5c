import { runAuto } from './auto.ts';
import { freePort } from './free-port.ts';
import { type Running, runInteractively } from './interactive.ts';
import { terminalLog } from './narrator.ts';
import { help, type PlaygroundCommand, parseOptions } from './options.ts';

/** How long (ms) ending may take before we go without waiting. */
const LONGEST_END = 10_000;

const print = (line: string) => console.log(line);

/** `npm run playground`: the only file here that touches the process. */
async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  if (parsed.kind === 'help') return void process.stdout.write(help);
  if (parsed.kind === 'problems') {
    process.stderr.write(`${parsed.problems.join('\n')}\nSee npm run playground -- --help.\n`);
    process.exitCode = 2;
    return;
  }
  await run(parsed.command);
}

async function run(command: PlaygroundCommand): Promise<void> {
  const port = command.port ?? (await freePort());
  const options = { command, port, print, log: terminalLog(print) };
  if (command.isAuto) return runAuto(options);
  const starting = runInteractively(options);
  endOnSignals(starting);
  await starting;
}

function endOnSignals(starting: Promise<Running>): void {
  const end = async () => {
    print('\nEnding …');
    const late = new Promise((resolve) => setTimeout(resolve, LONGEST_END));
    const stopping = starting.then((running) => running.stop()).catch(() => undefined);
    await Promise.race([stopping, late]);
    process.exit(0);
  };
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isEnding) void end();
      isEnding = true;
    });
  }
}

main().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 1;
});
