import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, cp, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isServed } from '../src/redis/private-socket.ts';
import { eventually, temporaryFolder } from './redis/stores.ts';
import { slack } from './stand-in/world.ts';
import { describeWithRedis, redisProgram } from './support/private-redis.ts';
import { startProgram } from './support/program.ts';

describeWithRedis('an interrupt before the app is running', () => {
  /** The program with a private Redis of its own, and a Slack that does not answer. */
  async function startStuck(environment: Readonly<Record<string, string>> = {}) {
    const { standIn } = await slack();
    const dataDir = await temporaryFolder();
    for (let call = 0; call < 5; call += 1) standIn.failNext('auth.test', { kind: 'hang' });
    const program = startProgram({
      SLACK_BOT_TOKEN: standIn.workspace.bot.token,
      SLACK_APP_TOKEN: standIn.workspace.bot.appToken,
      SLACK_API_URL: standIn.apiUrl,
      DATA_DIR: dataDir,
      KEY_DIR: join(dataDir, 'keys'),
      ...environment,
    });
    return { program, dataDir, standIn, served: () => isServed(join(dataDir, 'redis.sock')) };
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends the private Redis too, while Slack is waited for: %s', async (signal, code) => {
    const { program, standIn, served } = await startStuck();
    await eventually(() => standIn.calls.length > 0);
    expect(await served()).toBe(true);
    program.signal(signal);
    expect(await program.exit).toEqual({ code, signal: null });
    expect(await served()).toBe(false);
    expect(program.printed()).not.toContain('cannot start');
  });

  it('ends it where it was still starting, and however often it is sent', async () => {
    const bin = await temporaryFolder();
    const begun = join(bin, 'begun');
    const slow = `#!/bin/sh\ntouch ${begun}\nsleep 1\nexec ${redisProgram} "$@"\n`;
    await writeFile(join(bin, 'redis-server'), slow, { mode: 0o700 });
    const { program, standIn, served } = await startStuck({ PATH: `${bin}:${process.env.PATH}` });
    await eventually(() => existsSync(begun));
    program.signal('SIGINT');
    await eventually(() => program.printed().includes('Stopping'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) program.signal(signal);
    expect((await program.exit).code).toBe(130);
    expect(await served()).toBe(false);
    expect(standIn.calls).toEqual([]);
  });

  it('does not wait for a Redis elsewhere that does not answer', async () => {
    const callers: Socket[] = [];
    const mute = createServer((caller) => callers.push(caller)).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { program } = await startStuck({ REDIS_URL: `redis://127.0.0.1:${port}` });
    await eventually(() => callers.length > 0);
    const begun = performance.now();
    program.signal('SIGINT');
    expect((await program.exit).code).toBe(130);
    expect(performance.now() - begun).toBeLessThan(3_000);
    for (const caller of callers) caller.destroy();
    mute.close();
  });
});

describe('a .env in the folder where the app is started', () => {
  async function problemsWith(file: string | undefined, environment: Readonly<Record<string, string>> = {}) {
    const folder = await temporaryFolder();
    if (file !== undefined) await writeFile(join(folder, '.env'), file);
    const program = startProgram(environment, { folder });
    expect((await program.exit).code).toBe(1);
    return program.printed().split('\n').slice(1, -1);
  }

  it('is read', async () => {
    expect(await problemsWith('# ours\nSLACK_BOT_TOKEN="xoxb-1"\nSLACK_APP_TOKEN=wrong\n')).toEqual([
      '  - SLACK_APP_TOKEN must start with xapp-',
    ]);
  });

  it('does not change what is set already', async () => {
    const environment = { SLACK_APP_TOKEN: 'xapp-1', LOG_LEVEL: 'loud' };
    const file = 'SLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=wrong\nLOG_LEVEL=info\n';
    expect(await problemsWith(file, environment)).toEqual([
      expect.stringContaining('LOG_LEVEL must be one of'),
    ]);
  });

  it('need not be there', async () => {
    expect((await problemsWith(undefined))[0]).toContain('SLACK_BOT_TOKEN is missing');
  });
});

it('tells problems of configuration and content together', async () => {
  const root = await temporaryFolder();
  for (const part of ['src', 'listeners', 'jobs', 'ops', 'content', 'package.json'])
    await cp(fileURLToPath(new URL(`../${part}`, import.meta.url)), join(root, part), { recursive: true });
  await symlink(fileURLToPath(new URL('../node_modules', import.meta.url)), join(root, 'node_modules'));
  await appendFile(join(root, 'content/en/questions.yml'), '- id: Not An Id\n');
  const program = startProgram({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'wrong' }, { root });
  expect((await program.exit).code).toBe(1);
  expect(program.printed()).toContain('  - SLACK_APP_TOKEN must start with xapp-\n');
  expect(program.printed()).toMatch(/ {2}- en\/questions\.yml:\d+: id: /);
});
