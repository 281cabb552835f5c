// `npm run games`: the proofs of tests/games alone, then a table of what an attacker gains, and what the same attacker
// gains where the mechanism is missing. Shows progress on a terminal, and the table alone in a pipe.
// `SEED=… npm run games` plays the same games again. Ends with the exit code of the tests.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COLUMNS = ['game', 'attacker', 'control', 'seed'];
const TITLES = { game: 'game', attacker: 'an attacker gains', control: 'the control gains', seed: 'SEED' };

const folder = mkdtempSync(join(tmpdir(), 'many-hands-games-'));
const report = join(folder, 'report.jsonl');
const seed = process.env.SEED || randomBytes(8).toString('hex');
writeFileSync(report, '');

const code = await play();
const rows = readFileSync(report, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => ({ seed, ...JSON.parse(line) }))
  .sort((one, other) => one.game.localeCompare(other.game));
rmSync(folder, { recursive: true, force: true });
console.log(table(rows));
process.exitCode = code;

/** Runs the games; what they print is shown as it comes on a terminal, and else only if they fail. */
function play() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const isTerminal = process.stdout.isTTY === true;
  const child = spawn(process.execPath, [vitest, 'run', 'tests/games'], {
    cwd: root,
    env: { ...process.env, SEED: seed, GAMES_REPORT: report },
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
