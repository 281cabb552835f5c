import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { company } from '../../playground/company.ts';
import { freePort } from '../../playground/free-port.ts';
import { startLocalSlack } from '../../playground/local-slack.ts';
import type { Program } from '../../playground/local-slack-program.ts';
import { until } from '../../playground/until.ts';

const answersAt = (url: string) =>
  fetch(`${url}/_control/state`).then(
    () => true,
    () => false,
  );
const program = (over: Partial<Program>): Program => ({
  command: process.execPath,
  args: [],
  shell: false,
  startTimeout: 5_000,
  ...over,
});

let temporary: string;
let before: string | undefined;
beforeEach(() => {
  before = process.env.TMPDIR;
  temporary = mkdtempSync(join(tmpdir(), 'many-hands-test-'));
  process.env.TMPDIR = temporary;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(temporary, { recursive: true, force: true });
});

describe('starting local-slack', () => {
  it('answers once it has started, and is gone with its files once it is stopped', async () => {
    const lines: string[] = [];
    const port = await freePort();
    const slack = await startLocalSlack({ port, company, log: (line) => lines.push(line) });
    expect(await answersAt(slack.url)).toBe(true);
    expect(readdirSync(temporary)).toHaveLength(1);
    expect(lines.join('\n')).toContain('local-slack is running');
    await slack.stop();
    expect(await answersAt(slack.url)).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('may be stopped twice', async () => {
    const slack = await startLocalSlack({ port: await freePort(), company });
    await slack.stop();
    await expect(slack.stop()).resolves.toBeUndefined();
  });

  it('tells how to end it before it answers, and leaves nothing when it is ended then', async () => {
    const port = await freePort();
    const begun: string[] = [];
    const start = startLocalSlack({
      port,
      company,
      began: async (stop) => {
        begun.push(...readdirSync(temporary));
        await stop();
        throw new Error('Ended while it was starting.');
      },
    });
    await expect(start).rejects.toThrow('Ended while it was starting.');
    expect(begun).toHaveLength(1);
    expect(await answersAt(`http://127.0.0.1:${port}`)).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('says in one sentence that the port is taken, and does not mistake the other server for its own', async () => {
    const port = await freePort();
    const other = createServer((_request, response) => response.end(`"${company.workspace.id}"`));
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(startLocalSlack({ port, company })).rejects.toThrow(`Port ${port} is taken`);
    other.close();
  });

  it('says why when the program ends at once, and leaves no files', async () => {
    const failing = program({ args: ['-e', 'console.error("no such luck"); process.exit(3)', '--'] });
    const start = startLocalSlack({ port: await freePort(), company, program: failing });
    await expect(start).rejects.toThrow('local-slack did not start (no such luck).');
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('says so when there is neither a binary nor npx', async () => {
    const path = process.env.PATH;
    process.env.PATH = temporary;
    const npx = program({ command: 'npx', args: ['--yes', 'local-slack'] });
    const start = startLocalSlack({ port: await freePort(), company, program: npx });
    await expect(start).rejects.toThrow('`npx local-slack` did not work either (spawn npx ENOENT).');
    process.env.PATH = path;
  });

  it('gives up on a program that never answers, and ends it together with what it started', async () => {
    const pids: number[] = [];
    const inner = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const outer = `require('node:child_process').spawn(process.execPath, ['-e', '${inner}'], { stdio: 'inherit' }); ${inner}`;
    const start = startLocalSlack({
      port: await freePort(),
      company,
      program: program({ args: ['-e', outer, '--'], startTimeout: 1_500 }),
      log: (line) => pids.push(Number(line)),
    });
    await expect(start).rejects.toThrow('Waited 1500 ms for local-slack');
    // The start is given up only when both have let go of their output, so coming here means that both are gone.
    expect(pids).toHaveLength(2);
  });
});

describe('when the process that started local-slack ends', () => {
  it('ends with it, files and all, on process.exit', async () => {
    const { port, parent } = await startedElsewhere('process.exit(0)');
    await until('its parent to end', () => parent.exitCode !== null);
    await until('local-slack to be gone', async () => !(await answersAt(`http://127.0.0.1:${port}`)));
    expect(readdirSync(temporary).filter((name) => name.includes('local-slack'))).toEqual([]);
  });

  it('ends with it on a signal that nobody handles, however many there are', async () => {
    const second = await freePort();
    const { port, parent } = await startedElsewhere(`await startLocalSlack({ port: ${second}, company })`);
    const urls = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${second}`];
    for (const url of urls) await until(`an answer at ${url}`, () => answersAt(url));
    parent.kill('SIGTERM');
    await until('their parent to end', () => parent.signalCode === 'SIGTERM');
    for (const url of urls)
      await until(`local-slack to be gone from ${url}`, async () => !(await answersAt(url)));
  });

  it('is left alone by a signal that its parent handles itself', async () => {
    const { parent, output } = await startedElsewhere(`process.on('SIGTERM', async () => {
      const state = await fetch(slack.url).then(() => 'still there', () => 'gone');
      await slack.stop();
      process.stdout.write(state, () => process.exit(7));
    })`);
    parent.kill('SIGTERM');
    await until('its parent to end', () => parent.exitCode === 7);
    expect(output.join('')).toContain('still there');
  });
});

/** Starts local-slack from a process of its own, which then does `ending`. */
async function startedElsewhere(ending: string) {
  const port = await freePort();
  const here = new URL('../../playground/', import.meta.url).href;
  const script = `
    import { startLocalSlack } from '${here}local-slack.ts';
    import { company } from '${here}company.ts';
    const slack = await startLocalSlack({ port: ${port}, company });
    process.stdout.write('started', async () => {
      ${ending}
    });`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const output: string[] = [];
  for (const stream of [parent.stdout, parent.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  await until('local-slack to start elsewhere', () => output.join('').includes('started'));
  return { port, parent, output };
}
