// `npm run faults`: breaks things for real (tests/faults, in full), then a table of what was broken, how often, and what
// came of it. Shows progress on a terminal, and the table alone in a pipe. `SEED=… npm run faults` makes the same choices
// again, as far as processes allow. `npm run faults -- kill` plays those whose file's name has that word. Ends with the
// exit code of the tests.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COLUMNS = ['fault', 'rounds', 'outcome'];
const TITLES = { fault: 'fault', rounds: 'how often', outcome: 'what came of it' };

const folder = mkdtempSync(join(tmpdir(), 'many-hands-faults-'));
const report = join(folder, 'report.jsonl');
const seed = process.env.SEED || randomBytes(8).toString('hex');
const began = Date.now();
writeFileSync(report, '');

const code = await play(process.argv.slice(2));
const rows = readFileSync(report, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true, force: true });
console.log(table(rows));
const seconds = Math.round((Date.now() - began) / 1_000);
console.log(`\n${code === 0 ? 'All hold' : 'NOT ALL HOLD'}, in ${seconds} s. SEED=${seed}`);
process.exitCode = code;

/** Runs the tests; what they print is shown as it comes on a terminal, and else only if they fail. */
function play(words) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const isTerminal = process.stdout.isTTY === true;
  const files = words.length === 0 ? ['tests/faults/'] : words.map((word) => `tests/faults/${word}`);
  const reporter = isTerminal ? 'verbose' : 'default';
  // One after the other: a machine that is busy with kills answers nonsense late.
  const how = ['--no-file-parallelism', '--reporter', reporter];
  const child = spawn(process.execPath, [vitest, 'run', ...how, ...files], {
    cwd: root,
    env: { ...process.env, SEED: seed, FAULTS: 'full', FAULTS_REPORT: report },
    stdio: isTerminal ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      if (exitCode !== 0) process.stderr.write(Buffer.concat(output));
      resolve(exitCode ?? 1);
    });
  });
}

/** Columns as wide as their longest cell. */
function table(rows) {
  const all = [TITLES, ...rows];
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => [...row[column]].length)));
  const line = (row) =>
    COLUMNS.map((column, at) => row[column] + ' '.repeat(widths[at] - [...row[column]].length))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(TITLES), rule, ...rows.map(line)].join('\n');
}
