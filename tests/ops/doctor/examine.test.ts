import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { examine } from '../../../ops/doctor/examine.ts';
import { lineOf } from '../../../ops/doctor/finding.ts';
import type { StandIn } from '../../../playground/stand-in/stand-in.ts';
import { MINUTE } from '../../../src/duration.ts';
import { custodyName } from '../../../src/pulse/custody-name.ts';
import { openStore } from '../../../src/redis/connection.ts';
import { peerName } from '../../../src/redis/peers.ts';
import { team } from '../../pulse/samples.ts';
import { withRedis } from '../../pulse/store-world.ts';
import { teamWorld } from '../../pulse/team-world.ts';
import { recordingLog, temporaryFolder } from '../../redis/stores.ts';
import { slack } from '../../stand-in/world.ts';
import { describeWithRedis } from '../../support/private-redis.ts';

let standIn: StandIn;
let folder: string;
beforeEach(async () => {
  ({ standIn } = await slack());
  folder = await temporaryFolder();
});

const tokens = () => {
  const { token, appToken } = standIn.workspace.bot;
  return { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken };
};

/** What the doctor says of a set-up that is right but for what is different. */
async function told(
  different: Readonly<Record<string, string>> = {},
  { now = Date.now(), nodeVersion = '24.1.0' } = {},
): Promise<readonly string[]> {
  const environment = {
    ...tokens(),
    SLACK_API_URL: standIn.apiUrl,
    DATA_DIR: join(folder, 'data'),
    KEY_DIR: join(folder, 'keys'),
    PATH: '',
    ...different,
  };
  const lines: string[] = [];
  const ports = { environment, nodeVersion, clock: { now: () => now }, fetch: globalThis.fetch };
  for await (const finding of examine(ports)) lines.push(lineOf(finding));
  for (const token of Object.values(tokens())) expect(lines.join()).not.toContain(token);
  return lines;
}
const amiss = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('ok'));

describe('a configuration with holes', () => {
  it('is told whole, and nothing else is looked at', async () => {
    const lines = await told({ SLACK_APP_TOKEN: '', REDIS_URL: 'CANARY', LOG_LEVEL: 'loud' });
    expect(lines).toHaveLength(5);
    expect(lines.slice(2).every((line) => line.startsWith('bad   configuration: '))).toBe(true);
    expect(lines.join()).not.toContain('CANARY');
    expect(standIn.calls).toEqual([]);
  });
});

describe('what Slack says', () => {
  it('is compared with the manifest and the clock', async () => {
    const { standIn: poor } = await slack({ scopes: ['commands', 'channels:history'] });
    const { token, appToken } = poor.workspace.bot;
    const there = { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: poor.apiUrl };
    const lines = amiss(await told(there, { now: Date.now() + 10 * MINUTE }));
    expect(lines[0]).toContain('bad   scopes: chat:write, channels:read, groups:read, users:read missing.');
    expect(lines[1]).toContain('bad   scopes: channels:history granted');
    expect(lines[2]).toMatch(/^bad {3}clock: (599|600|601) seconds ahead/);
  });

  it('of a wrong token is a sentence without it', async () => {
    const lines = amiss(await told({ SLACK_BOT_TOKEN: 'xoxb-CANARY', SLACK_APP_TOKEN: 'xapp-CANARY' }));
    expect(lines[0]).toContain('bad   SLACK_BOT_TOKEN: Slack refuses it (invalid_auth)');
    expect(lines[1]).toContain('bad   SLACK_APP_TOKEN: Slack refuses it (invalid_auth)');
    expect(lines.join()).not.toContain('CANARY');
  });

  it('is not asked for an app token where HTTP is the way in', async () => {
    const http = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'secret', PORT: '3000' };
    expect((await told(http)).join()).not.toContain('SLACK_APP_TOKEN');
    expect(standIn.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('may be that it has no time', async () => {
    standIn.failNext('auth.test', { kind: 'rate-limited', retryAfterSeconds: 60 });
    expect(amiss(await told())[0]).toBe(
      'bad   Slack: asks us to wait (ratelimited). Look again in a few minutes.',
    );
  });

  it('may be nothing', async () => {
    await standIn.stop();
    const lines = amiss(await told());
    expect(lines[0]).toMatch(/^bad {3}Slack: cannot be reached \(ECONNREFUSED\)/);
  });
});

describe('without a Redis', () => {
  it('it says that nothing would be kept, and looks at the keys all the same', async () => {
    const lines = amiss(await told());
    expect(lines).toEqual([
      'bad   Redis: there is none: everything would be kept in memory and gone at exit. Set REDIS_URL, or install redis-server.',
    ]);
  });

  it('it makes nothing: what it made as another user the app could not use', async () => {
    const lines = await told();
    const keyDir = join(folder, 'keys');
    expect(lines).toContain(`ok    key custody: A: files in ${keyDir}, which the app makes when it starts`);
    expect(await readdir(folder)).toEqual([]);
  });

  it('it says where no folder for keys could be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const keyDir = join(folder, 'file', 'keys');
    expect(amiss(await told({ KEY_DIR: keyDir })).join('\n')).toContain(
      `bad   key custody: KEY_DIR: no key can be kept in ${keyDir}. Choose a folder that the user who runs the app may write into.`,
    );
  });

  it('at its address it says where it looked, without the password', async () => {
    const lines = amiss(await told({ REDIS_URL: 'redis://:CANARY@127.0.0.1:1' }));
    expect(lines).toEqual([
      'bad   Redis: Redis at 127.0.0.1:1 could not be reached in one attempt (ECONNREFUSED). Is it running, and is its URL right? Start it, or correct REDIS_URL.',
    ]);
  });
});

describeWithRedis('with a Redis', () => {
  const redis = withRedis();

  it('that is as it should be, all is well', async () => {
    await redis.redis.client.config('SET', 'appendonly', 'yes');
    const lines = await told({ REDIS_URL: redis.redis.url });
    await redis.redis.client.config('SET', 'appendonly', 'no');
    // Only that this machine has one disk.
    expect(amiss(lines).filter((line) => !line.includes('is on the disk of Redis’s files'))).toEqual([]);
    expect(lines.join('\n')).toMatch(/ok {4}Redis at .*redis\.sock: version \d/);
    expect(lines).toContain('ok    Redis setting appendonly: yes');
    expect(lines.at(-1)).toContain('next slot: none');
  });

  it('it says which settings are wrong, and that keys lie beside its files', async () => {
    const lines = amiss(await told({ REDIS_URL: redis.redis.url })).join('\n');
    expect(lines).toContain('bad   Redis setting appendonly: “no” instead of “yes”');
    expect(lines).toContain('is on the disk of Redis’s files');
  });

  it('that is a replica, it says that nothing can be written', async () => {
    await redis.redis.client.replicaof('127.0.0.1', 1);
    const lines = amiss(await told({ REDIS_URL: redis.redis.url })).join('\n');
    await redis.redis.client.replicaof('NO', 'ONE');
    expect(lines).toContain('is a replica, which takes no writes. Give REDIS_URL the address of the master');
  });

  it('it says so when others may write where the keys are', async () => {
    await mkdir(join(folder, 'keys'));
    await chmod(join(folder, 'keys'), 0o777);
    const lines = amiss(await told({ REDIS_URL: redis.redis.url }));
    expect(lines.filter((line) => line.includes('key custody'))).toEqual([
      `bad   key custody: KEY_DIR: others may write into ${folder}/keys. Run: chmod 700 ${folder}/keys.`,
    ]);
  });

  it('and keys in it, it looks at no folder', async () => {
    const key = Buffer.alloc(32).toString('base64');
    const lines = await told({ REDIS_URL: redis.redis.url, KEY_ENCRYPTION_KEY: key });
    expect(lines).toContain('ok    key custody: B: wrapped, in Redis');
    await expect(stat(join(folder, 'keys'))).rejects.toThrow();
  });

  it('it says whether the processes that run keep their keys where it looked', async () => {
    const processes = async (custody: string) => {
      const settings = {
        url: redis.redis.url,
        dataDir: '/nowhere',
        log: recordingLog(),
        name: peerName(custody),
      };
      const store = await openStore(settings);
      const lines = await told({ REDIS_URL: redis.redis.url });
      await store.close();
      return lines.find((line) => line.includes('processes: '));
    };
    expect((await told({ REDIS_URL: redis.redis.url })).join('\n')).toContain(
      'ok    processes: none is connected',
    );
    expect(await processes('A-0123')).toMatch(/^bad {3}processes: /);
    expect(await readdir(folder)).toEqual([]);
    const ours = await custodyName({ keyDir: join(folder, 'keys') }, { bytes: randomBytes });
    expect(await processes(ours)).toBe('ok    processes: all that run keep their keys here');
    expect(await processes('A-0123')).toBe(
      'bad   processes: one that runs keeps the keys of open pulses elsewhere. Let all mount one KEY_DIR, or give all the same KEY_ENCRYPTION_KEY.',
    );
  });

  it('it tells the next ten slots, and those that nobody has taken', async () => {
    const { world } = await teamWorld({ store: redis.store });
    const next = await world.app.rooms.calendar.next(team);
    for (const at of Array.from({ length: 12 }, (_, number) => number))
      await redis.redis.client.zadd(
        'hands:{calendar}:due',
        world.clock.now() + at * MINUTE,
        `TWORK.C${at}.prompt`,
      );
    await world.close();
    const lines = await told({ REDIS_URL: redis.redis.url }, { now: world.clock.now() + 5 * MINUTE });
    const slots = lines.filter((line) => line.includes('next slot'));
    expect(slots).toHaveLength(10);
    expect(slots.map((line) => line.slice(0, 4).trim())).toEqual([
      ...Array(3).fill('warn'),
      ...Array(7).fill('ok'),
    ]);
    expect(slots[0]).toContain('prompt in C0, which is past');
    expect(next.prompt).toBeDefined();
  });
});

describeWithRedis('with a private Redis', () => {
  const searchPath = { PATH: process.env.PATH ?? '' };

  it('that does not run, it starts none', async () => {
    const lines = amiss(await told(searchPath)).join('\n');
    expect(lines).toMatch(/warn {2}Redis: not running; the app starts .*redis-server with its data in /);
    await expect(stat(join(folder, 'data'))).rejects.toThrow();
  });

  it('that runs, it asks that one and leaves it alone', async () => {
    const dataDir = join(folder, 'data');
    const store = await openStore({ dataDir, searchPath: process.env.PATH, log: recordingLog() });
    const lines = await told(searchPath);
    expect(lines.join('\n')).toMatch(/ok {4}Redis at .*redis\.sock: version \d/);
    expect(await store.client.ping()).toBe('PONG');
    await store.close();
  });
});
