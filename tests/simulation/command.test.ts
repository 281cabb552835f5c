import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command as a person would, without a terminal. */
function run(...words: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const command = ['--import', 'tsx', 'playground/simulate.ts', ...words];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}

it('prints the same bytes every time, and nothing else into a pipe', async () => {
  const [one, other] = [await run('--weeks', '2'), await run('--weeks', '2')];
  expect(one).toEqual({ code: 0, output: expect.stringContaining('What the channel sees'), errors: '' });
  expect(one.output).toContain('What is in the store at the end');
  expect(other.output).toBe(one.output);
});

it('nonsense gets one sentence and exit code 2', async () => {
  expect(await run('--people', 'many')).toEqual({
    code: 2,
    output: '',
    errors: '--people must be a whole number from 1 to 200, not “many”. Try --help.\n',
  });
});

it('--help prints every option and ends well', async () => {
  const { code, output } = await run('--help');
  expect(code).toBe(0);
  for (const option of ['--people', '--weeks', '--seed', '--redis']) expect(output).toContain(option);
});
