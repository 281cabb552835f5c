import { describe, expect, it } from 'vitest';
import { help, parseOptions } from '../../playground/options.ts';

const problemsOf = (...args: readonly string[]) => {
  const parsed = parseOptions(args);
  return parsed.kind === 'problems' ? parsed.problems : parsed.kind;
};

describe('the options of the playground', () => {
  it('run a week in a minute, over Socket Mode, with teammates, when nothing is asked for', () => {
    expect(parseOptions([])).toEqual({
      kind: 'run',
      command: { speed: 10_080, hasTeammates: true, door: 'socket', isAuto: false },
    });
  });

  it('are all taken, in both ways of writing', () => {
    const args = ['--port=4100', '--speed', '600', '--http', '--auto', '--pictures', 'folder'];
    expect(parseOptions(args)).toEqual({
      kind: 'run',
      command: {
        port: 4100,
        speed: 600,
        hasTeammates: true,
        door: 'http',
        isAuto: true,
        pictures: 'folder',
      },
    });
  });

  it('take a language, which --auto does not', () => {
    expect(parseOptions(['--locale', 'de'])).toMatchObject({ command: { locale: 'de' } });
    expect(problemsOf('--locale', 'fr')).toEqual(['--locale takes en or de, not “fr”.']);
    expect(problemsOf('--locale')).toEqual(['--locale needs a value.']);
    expect(problemsOf('--locale=de', '--auto')).toEqual([
      '--locale does not go with --auto, which plays in English.',
    ]);
  });

  it('leave the week to whoever looks at it with --no-teammates, and so not with --auto', () => {
    expect(parseOptions(['--no-teammates'])).toMatchObject({ command: { hasTeammates: false } });
    expect(problemsOf('--auto', '--no-teammates')).toEqual([
      '--no-teammates does not go with --auto, which plays everybody.',
    ]);
  });

  it.each(['--help', '-h'])('show the help for %s, whatever else is there', (flag) => {
    expect(parseOptions([flag, '--nonsense'])).toEqual({ kind: 'help' });
  });

  it('that do not exist get a sentence each', () => {
    expect(problemsOf('--fast', '-x', 'please')).toEqual([
      'There is no option --fast.',
      'There is no option -x.',
      '“please” is not an option.',
    ]);
  });

  it.each([
    [['--port', '0'], '--port takes a whole number from 1 to 65535, not “0”.'],
    [['--port', '70000'], '--port takes a whole number from 1 to 65535, not “70000”.'],
    [['--speed', 'fast'], '--speed takes a whole number from 1 to 100000, not “fast”.'],
    [['--speed', '1.5'], '--speed takes a whole number from 1 to 100000, not “1.5”.'],
    [['--speed'], '--speed needs a value.'],
    [['--port='], '--port needs a value.'],
    [['--auto=yes'], '--auto takes no value.'],
    [['--pictures', 'folder'], '--pictures works only with --auto.'],
  ])('with a value that cannot be get a sentence: %j', (args, sentence) => {
    expect(problemsOf(...args)).toEqual([sentence]);
  });

  it('are all in the help', () => {
    for (const name of ['port', 'speed', 'no-teammates', 'http', 'auto', 'pictures', 'help']) {
      expect(help).toContain(`--${name} `);
    }
  });
});
