import { availableParallelism, cpus } from 'node:os';
import { createEndings, type Endings } from '../playground/endings.ts';
import { answers } from './answers.ts';
import { due } from './due.ts';
import { heartbeat } from './heartbeat.ts';
import { memory } from './memory.ts';
import { type BenchCommand, help, parseOptions } from './options.ts';
import type { Closable, Section, Settings } from './section.ts';
import { steady } from './steady.ts';
import { type Row, tableOf } from './table.ts';

/** What shells expect of a program that was interrupted before it was done. */
const INTERRUPTED = 130;

/** In the order of the table. A new one is one file and one line. */
const sections: readonly Section[] = [answers, steady, heartbeat, due, memory];

/** `npm run bench`: the only file here that touches the process. Always ends with 0: a goal not met is in the table. */
async function main(): Promise<void> {
  const names = sections.map(({ name }) => name);
  const parsed = parseOptions(process.argv.slice(2), names);
  if (parsed.kind === 'help') return void process.stdout.write(help(names));
  if (parsed.kind === 'run') return run(parsed.command);
  process.stderr.write(`${parsed.problems.join('\n')}\nSee npm run bench -- --help.\n`);
  process.exitCode = 2;
}

async function run({ only, rounds, answers: size }: BenchCommand): Promise<void> {
  const begun = performance.now();
  const rows: Row[] = [];
  for (const section of sections) {
    if (only !== undefined && !only.includes(section.name)) continue;
    rows.push(...(await runSection(section, { rounds, answers: size })));
  }
  progress('');
  const took = Math.round((performance.now() - begun) / 1_000);
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'processor'}`;
  process.stdout.write(
    `${tableOf(rows)}\n\nNode ${process.version}, ${machine}, ${rounds} rounds of ${size}, ${took} s\n`,
  );
}

/** Runs a section, and closes what it opened: also when it is interrupted, for its Redis would go on without us. */
async function runSection(
  section: Section,
  how: Pick<Settings, 'rounds' | 'answers'>,
): Promise<readonly Row[]> {
  const endings = createEndings();
  const interrupt = () => void endings.run().finally(() => process.exit(INTERRUPTED));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await section.run({ ...how, progress, open: (opening) => opened(opening, endings) });
  } finally {
    await endings.run();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** What is still being opened is waited for, and closed. */
async function opened<T extends Closable>(opening: Promise<T>, endings: Endings): Promise<T> {
  await endings.add(() =>
    opening.then(
      ({ close }) => close(),
      () => undefined,
    ),
  );
  return opening;
}

/** One line that is written over, on a terminal; nothing in a pipe. */
function progress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`);
}

main().then(
  () => process.exit(),
  (problem: unknown) => {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exit(1);
  },
);
