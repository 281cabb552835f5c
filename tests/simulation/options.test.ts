import { expect, it } from 'vitest';
import { parseOptions } from '../../playground/simulation/options.ts';

const defaults = { people: 9, weeks: 6, seed: 7, locale: 'en' };

it('without words everything has its default', () => {
  expect(parseOptions([])).toEqual({ kind: 'run', options: defaults, withRedis: false });
});

it('takes each option, with a space or an equals sign', () => {
  expect(parseOptions(['--people', '12', '--weeks=3', '--seed', '0', '--locale', 'de', '--redis'])).toEqual({
    kind: 'run',
    options: { people: 12, weeks: 3, seed: 0, locale: 'de' },
    withRedis: true,
  });
});

it('of an option that is given twice the last one counts', () => {
  expect(parseOptions(['--people', '12', '--people', '5'])).toMatchObject({
    options: { ...defaults, people: 5 },
  });
});

it.each([['--help'], ['-h']])('%s asks for help', (word) => {
  expect(parseOptions([word])).toEqual({ kind: 'help' });
});

it.each([
  [['--people', 'many'], '--people must be a whole number from 1 to 200, not “many”'],
  [['--people', '0'], '--people must be a whole number from 1 to 200, not “0”'],
  [['--people', '-3'], '--people must be a whole number from 1 to 200, not “-3”'],
  [['--people', '201'], '--people must be a whole number from 1 to 200, not “201”'],
  [['--weeks', '1.5'], '--weeks must be a whole number from 1 to 104, not “1.5”'],
  [['--weeks', '105'], '--weeks must be a whole number from 1 to 104, not “105”'],
  [['--weeks='], '--weeks must be a whole number from 1 to 104, not “”'],
  [['--seed', '1e3'], '--seed must be a whole number from 0 to 999999999, not “1e3”'],
  [['--weeks'], '--weeks needs a number'],
  [['--locale', 'fr'], '--locale must be en or de, not “fr”'],
  [['--locale'], '--locale must be en or de, not “”'],
  [['--redis=yes'], '--redis takes no value'],
  [['--speed', '3'], '--speed is not an option'],
  [['-x'], '-x is not an option'],
  [['nine'], '“nine” is not an option'],
])('%j gets one sentence', (words, problem) => {
  expect(parseOptions(words)).toEqual({ kind: 'wrong', sentence: `${problem}. Try --help.` });
});
