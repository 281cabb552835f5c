import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../src/ports.ts';
import { openStore, type Store } from '../src/redis/connection.ts';
import { parseOptions, usage } from './simulation/options.ts';
import { reportText } from './simulation/report.ts';
import { type SimulationOptions, simulate } from './simulation/simulation.ts';

/** `npm run simulate`: reads the options, runs the simulation, prints its report. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

// Leaves at once: a command that waits in the embedded store would keep the process for seconds.
process.exit(await main(process.argv.slice(2)).catch(failed));

async function main(words: readonly string[]): Promise<number> {
  // Whoever reads only the beginning (`| head`) is not an error.
  process.stdout.on('error', () => process.exit(0));
  const request = parseOptions(words);
  if (request.kind === 'help') return say(process.stdout, usage, 0);
  if (request.kind === 'wrong') return say(process.stderr, `${request.sentence}\n`, 2);
  if (!request.withRedis) return print(request.options, undefined);
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-simulation-'));
  const store = await openStore({ dataDir: folder, searchPath: process.env.PATH, log: silent });
  try {
    if (store.kind === 'embedded') {
      return await say(process.stderr, 'There is no redis-server on PATH. Leave --redis out.\n', 1);
    }
    return await print(request.options, store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function print(options: SimulationOptions, store: Store | undefined): Promise<number> {
  const { isTTY } = process.stderr;
  const onWeek = (week: number) =>
    void (isTTY && process.stderr.write(`\rWeek ${week} of ${options.weeks} …`));
  const simulation = await simulate(options, { onWeek, ...(store === undefined ? {} : { store }) });
  if (isTTY) process.stderr.write('\r\u001b[K');
  return say(process.stdout, reportText(simulation), 0);
}

function failed(error: unknown): Promise<number> {
  const reason = error instanceof Error ? error.message : String(error);
  return say(process.stderr, `The simulation stopped. ${reason}\n`, 1);
}

/** Writes all of it, then gives the exit code. */
function say(stream: NodeJS.WriteStream, text: string, exitCode: number): Promise<number> {
  return new Promise((resolve) => stream.write(text, () => resolve(exitCode)));
}
