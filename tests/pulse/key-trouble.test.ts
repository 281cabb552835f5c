import { chmod, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyProblem } from '../../src/pulse/key-custody.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { keys } from '../../src/redis/keys.ts';
import { temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { keyNumber, team } from './samples.ts';
import { pulseKeys, withRedis } from './store-world.ts';
import { mate, type TeamWorld, teamWorld } from './team-world.ts';

type Trouble = readonly [
  name: string,
  problem: KeyProblem,
  happen: (path: string) => Promise<unknown>,
  /** What the channel reads. */
  reason: string,
];

const lost = 'its key is lost';
const exposed = 'its key could be read by others on the server';
const troubles: readonly Trouble[] = [
  ['missing', 'lost', (path) => rm(path), lost],
  ['empty', 'lost', (path) => truncate(path, 0), lost],
  ['too short', 'lost', (path) => truncate(path, 31), lost],
  ['too long', 'lost', (path) => writeFile(path, Buffer.alloc(33), { mode: 0o600 }), lost],
  ['readable by the world', 'exposed', (path) => chmod(path, 0o604), exposed],
  ['readable by its group', 'exposed', (path) => chmod(path, 0o640), exposed],
  ['writable by the world', 'exposed', (path) => chmod(path, 0o602), exposed],
  [
    'a link',
    'lost',
    async (path) => {
      await rm(path);
      await symlink('/dev/zero', path);
    },
    lost,
  ],
];

describe('a key file', () => {
  const pulse = 'TWORK-CTEAM-1000';

  it.each(troubles)('that is %s is told to be %s', async (_name, problem, happen) => {
    const folder = await temporaryFolder();
    const custody = createKeyFolder({ folder });
    await custody.keep(pulse, keyNumber(9));
    expect(await custody.read(pulse)).toEqual(keyNumber(9));
    await happen(join(folder, `${pulse}.key`));
    expect(await custody.read(pulse)).toBe(problem);
  });

  it('is made readable by us alone, whatever the process would usually do', async () => {
    const folder = await temporaryFolder();
    await createKeyFolder({ folder }).keep(pulse, keyNumber(9));
    expect((await stat(join(folder, `${pulse}.key`))).mode & 0o777).toBe(0o600);
  });
});

describeWithRedis('while a pulse is open, a key file', () => {
  const redis = withRedis();
  let there: TeamWorld;
  let path: string;
  beforeEach(async () => {
    there = await teamWorld({ store: redis.store });
    await there.open();
    const [name = ''] = await readdir(there.world.keyDir);
    path = join(there.world.keyDir, name);
  });
  afterEach(() => there.world.close());
  const answer = async (people: number) => {
    for (let at = 0; at < people; at += 1) await there.tap(mate(at), 1);
  };
  const texts = () => there.said().map(({ text }) => text);

  it.each(troubles)(
    'that is %s (%s) makes the pulse void, and the channel is told why',
    async (...trouble) => {
      const [, , happen, reason] = trouble;
      await answer(6);
      await happen(path);
      await there.close();
      expect(there.lastSaid().text).toBe(
        `This pulse could not be counted: ${reason}. Its answers are deleted, and nothing is shown.`,
      );
      expect(there.lastSaid().buttons).toEqual([]);
      expect(await redis.redis.client.exists(...pulseKeys)).toBe(0);
      expect(await redis.redis.client.hkeys(keys.readouts(team))).toEqual(['last']);
      expect(await readdir(there.world.keyDir)).toEqual([]);
    },
  );

  it.each(troubles)('that is %s (%s) is told to whoever taps, and nothing is counted', async (...trouble) => {
    const [, , happen] = trouble;
    await happen(path);
    expect((await there.tap(mate(0), 1)).text).toBe(
      'This pulse can no longer take answers: its key is lost or was exposed. Nothing was counted.',
    );
  });

  it('that is missing makes a pulse of too few answers void as well: their receipts could not be listed', async () => {
    await answer(4);
    await rm(path);
    await there.close();
    expect(there.lastSaid().text).toContain('This pulse could not be counted: its key is lost');
  });

  it('that is lost does not stop the next pulse', async () => {
    await answer(6);
    await rm(path);
    await there.close();
    await there.open();
    expect((await there.tap(mate(0), 1)).text).toContain('Added to the locked total.');
    expect(texts().filter((text) => text.startsWith('Anonymous pulse:'))).toHaveLength(2);
  });

  it('of another pulse, put in its place, makes it void: nothing is guessed', async () => {
    await answer(6);
    await writeFile(path, keyNumber(77), { mode: 0o600 });
    await there.close();
    expect(there.lastSaid().text).toContain('This pulse could not be counted');
  });
});
