import { afterEach, expect, it } from 'vitest';
import { describeWithLocalSlack } from '../support/browser-here.ts';
import { createRuns, playground } from './terminal.ts';

const npm = (...args: readonly string[]) => ['npm', 'run', '--silent', 'playground', '--', ...args] as const;
const LONG = 60_000;

const { start, close } = createRuns();
afterEach(close);

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
      const week = start(playground('--auto'), { PATH: '/nowhere' });
      expect(await week.exit, week.output()).toBe(0);
      expect(week.output()).toContain('NO REDIS FOUND');
    },
    LONG,
  );
});
