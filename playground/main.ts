import { runAuto } from './auto.ts';
import { createEndings, type Endings } from './endings.ts';
import { freePort } from './free-port.ts';
import { runInteractively } from './interactive.ts';
import { terminalLog } from './narrator.ts';
import { help, type PlaygroundCommand, parseOptions } from './options.ts';

/** How long (ms) ending may take before we go without waiting; local-slack is ended with us in any case. */
const LONGEST_END = 10_000;
/** What shells expect of a program that was interrupted before it was done. */
const INTERRUPTED = 130;

const print = (line: string) => console.log(line);

/** `npm run playground`: the only file here that touches the process. */
async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  if (parsed.kind === 'help') return void process.stdout.write(help);
  if (parsed.kind === 'run') return run(parsed.command);
  process.stderr.write(`${parsed.problems.join('\n')}\nSee npm run playground -- --help.\n`);
  process.exitCode = 2;
}

async function run(command: PlaygroundCommand): Promise<void> {
  const endings = createEndings();
  const isEnding = endOnSignals(endings, command.isAuto ? INTERRUPTED : 0);
  const port = command.port ?? (await freePort());
  const options = { command, port, print, log: terminalLog(print), endings };
  try {
    await (command.isAuto ? runAuto(options) : runInteractively(options));
  } catch (problem) {
    await endings.run();
    if (!isEnding()) throw problem;
  }
}

/** Ends everything on the first signal, and the process then. Tells whether that has begun. */
function endOnSignals(endings: Endings, exitCode: number): () => boolean {
  let hasBegun = false;
  const end = async () => {
    print('\nEnding …');
    const late = new Promise((resolve) => setTimeout(resolve, LONGEST_END));
    await Promise.race([endings.run().catch(() => undefined), late]);
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!hasBegun) void end();
      hasBegun = true;
    });
  }
  return () => hasBegun;
}

main().catch((problem: unknown) => {
  const sentence = problem instanceof Error ? problem.message : String(problem);
  // Leaves at once: a connection that wanted to try again would keep the process for half a minute.
  process.stderr.write(`${sentence}\n`, () => process.exit(1));
});
