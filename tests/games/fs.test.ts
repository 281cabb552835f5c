import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { SECOND } from '../../src/duration.ts';
import type { Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { randomBelow } from '../../src/shuffle.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type AttackedRedis, startAttackedRedis } from './support/attacked-redis.ts';
import { matchedUsers, tokensIn } from './support/match-tokens.ts';
import { OPTIONS } from './support/pair-of-worlds.ts';
import { openPulseWeek, type PulseWeek, respondents, sealIn, team } from './support/pulse-week.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const people = respondents(8);
const PATIENCE = 90 * SECOND;

/**
 * FS, key custody A: someone who comes later, with every backup of Redis that was ever made while the pulse was open,
 * the environment, and the key volume as it is after the closing.
 */
describeWithRedis('after the pulse has closed', () => {
  const seed = seedOf('FS');
  let redis: AttackedRedis;
  let store: Store;
  beforeAll(async () => {
    redis = await startAttackedRedis();
    await redis.client.config('SET', 'rdbcompression', 'no');
    store = await redis.openStore();
  });
  afterAll(async () => {
    await store?.close();
    await redis?.stop();
  });

  it(
    'no backup, with all that is left, links a token to a person',
    async () => {
      const week = await openPulseWeek({ seed, store, people });
      try {
        const words = [...environment, week.record.id, team.channel, team.workspace, JSON.stringify(team)];
        const backups = await backUpAtEveryStep(week);
        const keyVolume = await filesIn(week.world.keyDir);
        await week.close();
        const after = [...backups, ...(await copies()), ...(await filesIn(week.world.keyDir))];
        const users = [...week.world.standIn.workspace.users.keys()];
        const left = matchedUsers({ files: after, words, users });
        const open = matchedUsers({ files: [...backups.slice(-2), ...keyVolume], words, users });
        const plain = matchedUsers({ files: await unkeyedBackup(), words, users });
        recordGame({
          game: 'FS (custody A)',
          attacker: `${left.size} of ${people.length} tokens matched over ${users.length} user ids`,
          control: `unkeyed hashes: ${plain.size} of ${people.length}; with the key file: ${open.size} of ${people.length}`,
        });
        expect(tokensIn(after).size).toBe(people.length);
        expect([...left]).toEqual([]);
        expect([...open].sort()).toEqual([...people].sort());
        expect([...plain].sort()).toEqual([...people].sort());
      } finally {
        await week.world.close();
      }
    },
    PATIENCE,
  );

  const copies = async () => (await redis.copyDisk()).map(({ bytes }) => bytes);

  /** Everyone answers, some change; after each step all of Redis's files are copied. */
  async function backUpAtEveryStep(week: PulseWeek): Promise<readonly Buffer[]> {
    const random = createSeededRandom(seed);
    const backups = await copies();
    for (const user of people) {
      const sealed = sealIn(await week.tap(user, randomBelow(OPTIONS, random)));
      backups.push(...(await copies()));
      if (sealed !== undefined && randomBelow(3, random) === 0) await week.tap(user, 'none', sealed);
    }
    return [...backups, ...(await copies())];
  }

  /** The control: a store that names people by a hash anyone can compute. */
  async function unkeyedBackup(): Promise<readonly Buffer[]> {
    await redis.reset();
    const tokens = people.map((user) => createHash('sha512').update(user).digest('hex'));
    for (const token of tokens) await redis.client.hset(keys.tokens(team), token, 1);
    return copies();
  }
});

/** What the environment holds, by `.env.example`. */
const environment = ['xoxb-stand-in', 'not used', 'info', '127.0.0.1'];

async function filesIn(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}
