import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
    const { program } = await startStuck({ REDIS_URL: 'redis://127.0.0.1:1' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const begun = performance.now();
    program.signal('SIGINT');
    expect((await program.exit).code).toBe(130);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
