import { afterEach, expect, it } from 'vitest';
import { describeWithLocalSlack } from '../support/browser-here.ts';
import { type Run, run } from './terminal.ts';

/** tsx by its file, so that no program on PATH is needed. */
const tsx = new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url).pathname;
const direct = (...args: readonly string[]) =>
  [process.execPath, tsx, 'playground/main.ts', ...args] as const;
const npm = (...args: readonly string[]) => ['npm', 'run', '--silent', 'playground', '--', ...args] as const;
const LONG = 60_000;

const runs: Run[] = [];
const start = (...given: Parameters<typeof run>) => {
  const started = run(...given);
  runs.push(started);
  return started;
};
afterEach(async () => {
  for (const each of runs.splice(0)) await each.close();
});

describeWithLocalSlack('npm run playground -- --auto', () => {
  it.each([
    ['Socket Mode', ['--auto']],
    ['signed HTTP', ['--auto', '--http']],
  ])(
    'plays a whole week by itself, over %s, and says that all was there',
    async (door, args) => {
      const week = start(npm(...args));
      expect(await week.exit, week.output()).toBe(0);
      expect(week.output()).toContain(`over ${door}`);
      expect(week.output()).toMatch(/Wed 14:00 .*\n.*Anonymous pulse: /);
      expect(week.output()).toMatch(/Changed in the locked total.*presses “Check my receipt”/s);
      expect(week.output()).toMatch(/asks for a hand\n.*“I can help”.*says thank you to /s);
      expect(week.output()).toMatch(/“Hand something over”.*“I’ll take it”.*A good day to ask /s);
      expect(week.output()).toMatch(/What we changed: .*◆ we changed something/s);
      expect(week.output()).toContain('Everything was there.');
      expect(week.output()).not.toMatch(/^!/m);
      expect(week.leftBehind()).toEqual([]);
    },
    LONG,
  );

  it(
    'does so without a Redis on PATH, which it says loudly',
    async () => {
      const week = start(direct('--auto'), { PATH: '/nowhere' });
      expect(await week.exit, week.output()).toBe(0);
      expect(week.output()).toContain('NO REDIS FOUND');
    },
    LONG,
  );
});
