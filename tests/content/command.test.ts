import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withChange } from './changed-library.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command as a person would. */
function run(...words: readonly string[]) {
  const command = ['--import', 'tsx', 'scripts/content.ts', ...words];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

it('prints the tables and ends well where nothing is wrong', () => {
  const { status, stdout, stderr } = run();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^No problems\.\n\nPrompts by sign and practice/);
});

it('prints every problem with its file and line, then the tables, and ends with 1', () => {
  const change = { file: 'prompts/control.yml', from: 'depth: 1', to: 'depth: 9\n  mood: good' };
  const { status, stdout } = withChange(change, (folder) => run(folder));
  expect(status).toBe(1);
  expect(stdout).toMatch(/\/en\/prompts\/control\.yml:\d+: depth: /);
  expect(stdout).toMatch(/\/prompts\/control\.yml:\d+: mood: is not a field of an entry/);
  expect(stdout).toMatch(/\nProblems: \d+\n\nPrompts by sign and practice/);
});
