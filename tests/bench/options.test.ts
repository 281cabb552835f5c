import { describe, expect, test } from 'vitest';
import { help, parseOptions } from '../../bench/options.ts';

const sections = ['answers', 'memory'];
const parsed = (...args: readonly string[]) => parseOptions(args, sections);
const problemsOf = (...args: readonly string[]) => {
  const result = parsed(...args);
  return result.kind === 'problems' ? result.problems : result.kind;
};

describe('the options of the bench', () => {
  test('run everything where nothing is asked for', () => {
    expect(parsed()).toEqual({ kind: 'run', command: { rounds: 15, answers: 1_000 } });
  });

  test('are all taken', () => {
    expect(parsed('--only', 'memory,answers', '--rounds=3', '--answers', '50')).toEqual({
      kind: 'run',
      command: { only: ['memory', 'answers'], rounds: 3, answers: 50 },
    });
  });

  test('show the help, which names every section', () => {
    expect(parsed('-h', '--nonsense')).toEqual({ kind: 'help' });
    expect(help(sections)).toContain('answers, memory');
  });

  test.each([
    [['--only', 'speed'], 'There is no section “speed”; there are answers, memory.'],
    [['--rounds', '0'], '--rounds takes a whole number from 1 to 100, not “0”.'],
    [['--answers', 'many'], '--answers takes a whole number from 1 to 100000, not “many”.'],
    [['--fast'], 'There is no option --fast.'],
    [['fast'], '“fast” is not an option.'],
    [['--only'], '--only needs a value.'],
  ])('%j are refused in a sentence', (args, sentence) => {
    expect(problemsOf(...args)).toEqual([sentence]);
  });
});
