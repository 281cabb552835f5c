import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../playground/free-port.ts';
import { temporaryFolder } from './redis/stores.ts';
import { slack } from './stand-in/world.ts';
import { eventually } from './support/eventually.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from './support/private-redis.ts';
import { type Program, startProgram } from './support/program.ts';

describeWithRedis('several processes on one Redis', () => {
  let redis: PrivateRedis;
  let folder: string;
  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
    folder = await temporaryFolder();
  });
  afterAll(() => redis.stop());

  /** The real program behind HTTP, with the keys in a folder, or wrapped. */
  async function start(keys: Readonly<Record<string, string>>): Promise<Program> {
    const { standIn } = await slack();
    return startProgram({
      SLACK_BOT_TOKEN: standIn.workspace.bot.token,
      SLACK_API_URL: standIn.apiUrl,
      SLACK_SIGNING_SECRET: 'secret',
      PORT: String(await freePort()),
      REDIS_URL: redis.url,
      ...keys,
      ...('KEY_DIR' in keys ? { KEY_DIR: join(folder, keys.KEY_DIR ?? '') } : {}),
    });
  }
  const isUp = (program: Program) => eventually(() => program.printed().includes('is running'));
  const folderOf = (name: string) => ({ KEY_DIR: name });
  const wrapped = { KEY_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64') };

  it('run beside each other if they keep keys in one folder', async () => {
    const one = await start(folderOf('shared'));
    await isUp(one);
    await isUp(await start(folderOf('shared')));
  });

  it.each([
    ['a folder of its own', folderOf('first'), folderOf('second')],
    ['the other custody', folderOf('first'), wrapped],
  ])(
    'do not with %s: whoever comes second says so, and may start once the first has ended',
    async (_, first, second) => {
      const one = await start(first);
      await isUp(one);
      const other = await start(second);
      expect((await other.exit).code).toBe(1);
      expect(other.printed()).toContain(
        '  - Another process on this Redis keeps the keys of open pulses elsewhere. Let all mount one KEY_DIR, or give all the same KEY_ENCRYPTION_KEY.\n',
      );
      one.signal('SIGTERM');
      expect((await one.exit).code).toBe(0);
      await isUp(await start(second));
    },
  );
});
