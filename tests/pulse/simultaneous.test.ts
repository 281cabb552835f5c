import { createHash, randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import type { PulseStore } from '../../src/pulse/pulse-store.ts';
import { sumOfPads, unmaskCount, unmaskTotals } from '../../src/pulse/tally.ts';
import { randomBelow, shuffle } from '../../src/shuffle.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { sampleRecord, team } from './samples.ts';
import { attempt, opened, people, pulseKey, withRedis } from './store-world.ts';

/** The seed of the histories: give the one that a failed run printed as `SEED`. */
const seed = process.env.SEED ?? String(randomInt(2 ** 31));

async function unlocked(pulses: PulseStore) {
  const locked = await pulses.lock(team, sampleRecord().id);
  if (locked === undefined) throw new Error('the pulse is gone');
  const answered = locked.entries.filter(({ version }) => version > 0);
  const pads = sumOfPads(pulseKey, answered, 5);
  return {
    count: unmaskCount(locked.tally, pads),
    totals: unmaskTotals(pulseKey, locked.tally, pads, answered.length),
  };
}

describeWithRedis('answers that come together', () => {
  const world = withRedis();

  it('are counted once a person: 40 at once from 8 people are 8', async () => {
    const { pulses } = await opened(world.store);
    const attempts = Array.from({ length: 40 }, (_, at) => attempt(people[at % 8] ?? '', at % 5));
    const replies = await Promise.all(attempts.map((one) => pulses.castVote(team, one)));
    expect(replies.filter((reply) => reply === 'added')).toHaveLength(8);
    expect(replies.filter((reply) => reply === 'already-answered')).toHaveLength(32);
    expect((await unlocked(pulses)).count).toBe(8);
  });

  it(`are tallied exactly in 200 random histories of answers and repeats (SEED=${seed})`, async () => {
    for (let history = 0; history < 200; history += 1) {
      const random = createSeededRandom(`${seed}|${history}`);
      await world.redis.client.flushall();
      const { pulses } = await opened(world.store);
      const taps = shuffle(
        people.flatMap((user) => Array.from({ length: randomBelow(4, random) }, () => user)),
        random,
      ).map((user) => ({ user, choice: randomBelow(5, random) }));
      const expected = [0, 0, 0, 0, 0];
      const replies = await Promise.all(
        taps.map(({ user, choice }) => pulses.castVote(team, attempt(user, choice))),
      );
      replies.forEach((reply, at) => {
        const { choice = 0 } = taps[at] ?? {};
        if (reply === 'added') expected[choice] = (expected[choice] ?? 0) + 1;
      });
      const asked = new Set(taps.map(({ user }) => user)).size;
      expect(await unlocked(pulses)).toEqual({ count: asked, totals: expected });
    }
  });

  it('and a closing in their midst: what was said to be added is counted, and nothing else', async () => {
    const { pulses, record } = await opened(world.store);
    const before = people.slice(0, 4).map((user) => pulses.castVote(team, attempt(user, 0)));
    const lock = pulses.lock(team, record.id);
    const after = people.slice(4).map((user) => pulses.castVote(team, attempt(user, 4)));
    const replies = [...(await Promise.all(before)), ...(await Promise.all(after))];
    await lock;
    expect(replies).toEqual([...Array(4).fill('added'), ...Array(4).fill('closed')]);
    expect((await unlocked(pulses)).totals).toEqual([4, 0, 0, 0, 0]);
  });

  it('come from a seed that repeats them', () => {
    const draw = () => createHash('sha1').update(createSeededRandom(seed).bytes(64)).digest('hex');
    expect(draw()).toBe(draw());
  });
});
