import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../../playground/free-port.ts';
import { until } from '../../playground/until.ts';
import { describeWithLocalSlack } from '../support/browser-here.ts';
import { createRuns, playground, processWith } from './terminal.ts';

const LONG = 60_000;

const { start, close } = createRuns();
afterEach(close);

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

describeWithLocalSlack('npm run playground', () => {
  it(
    'tells what happens while the clock runs, never who answered what, and ends at Ctrl-C without a trace',
    async () => {
      const open = start(playground('--speed', '50000'));
      await open.see(/ask .* asks for a hand/);
      await open.see(/help .* can help/);
      await open.see(/thank you .* says thank you/);
      await open.see(/hand-over .* somebody would like to hand something over\n(.*\n)*.* it is taken/);
      await open.see(/pulse closed/);
      await open.see(/teammates begin to answer/);
      const told = open.output().slice(open.output().indexOf('Ctrl-C'));
      // Which day the fast clock has reached when something is noticed depends on how busy the machine is.
      expect(told).toMatch(/\w{3} \d\d:\d\d {2}#harbour +prompt /);
      expect(told).toMatch(/\w{3} \d\d:\d\d {2}#harbour +pulse opens /);
      // Only cards name people, who chose to ask or to help.
      const others = told.split('\n').filter((line) => !/ (ask|help|thank you) {2}/.test(line));
      expect(others.join('\n')).not.toMatch(/Gustav|Chiyo|Farida|Added to|U\d\d/);
      expect(told).not.toMatch(/^!/m);
      const [url = ''] = /http:\S+/.exec(open.output()) ?? [];
      expect(await answers(url)).toBe(true);
      open.interrupt();
      expect(await open.exit).toBe(0);
      expect(await answers(url)).toBe(false);
      expect(open.leftBehind()).toEqual([]);
    },
    LONG,
  );

  it(
    'leaves everything to you when there are no teammates',
    async () => {
      const open = start(playground('--no-teammates', '--port', String(await freePort())));
      await open.see(/nobody acts here but you/);
      const [url = ''] = /http:\S+/.exec(open.output()) ?? [];
      const messages = await (await fetch(`${url}/_control/messages/C01HARBOUR`)).json();
      expect(messages).toEqual({ messages: [] });
    },
    LONG,
  );

  it(
    'ends cleanly when it is interrupted while it starts',
    async () => {
      const early = start(playground('--auto'));
      await until('the first file', () => early.leftBehind().length > 0);
      early.interrupt();
      expect(await early.exit).toBe(130);
      expect(early.leftBehind()).toEqual([]);
    },
    LONG,
  );

  it(
    'says so and ends when local-slack is gone',
    async () => {
      const open = start(playground());
      await open.see(/prompt {2}/);
      const [url = ''] = /http:\S+/.exec(open.output()) ?? [];
      process.kill(processWith('--port', new URL(url).port), 'SIGTERM');
      expect(await open.exit).toBe(1);
      expect(open.output()).toMatch(/^local-slack has ended \(.+\), and the playground with it\.$/m);
      expect(open.leftBehind()).toEqual([]);
    },
    LONG,
  );

  it('says in one sentence that its port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await until('the other server', () => other.listening);
    const refused = start(playground('--port', String(port)));
    expect(await refused.exit).toBe(1);
    expect(refused.output().trim()).toBe(`Port ${port} is taken: choose another one for local-slack.`);
    other.close();
  });

  it('says what it does not understand, and ends with 2', async () => {
    const refused = start(playground('--fast'));
    expect(await refused.exit).toBe(2);
    expect(refused.output()).toBe('There is no option --fast.\nSee npm run playground -- --help.\n');
  });
});
