import type { Choice } from '../../../src/pulse/tally.ts';
import type { AttackedRedis } from './attacked-redis.ts';
import { answersAfter, type Pair, type Side } from './pair-of-worlds.ts';
import { team } from './pulse-week.ts';
import { startTape } from './tape.ts';
import { type View, viewOfRedis } from './view.ts';

const voters = 'hands:{naive}:voters';
const counters = 'hands:{naive}:counters';

/** How one would store a poll without thinking: who has voted, and how often each option was chosen. */
export function createNaiveStore({ client }: AttackedRedis) {
  const count = (choice: Choice, by: number) =>
    choice === 'none' ? Promise.resolve(0) : client.hincrby(counters, String(choice), by);
  return {
    /** The first answer of a person counts. */
    async answer(user: string, choice: Choice): Promise<boolean> {
      const isFirst = (await client.sadd(voters, user)) === 1;
      if (isFirst) await count(choice, 1);
      return isFirst;
    },

    async change(from: Choice, to: Choice): Promise<void> {
      await count(from, -1);
      await count(to, 1);
    },
  };
}

/** What an attacker sees of one world of a pair where the store is the naive one. */
export async function naiveView(redis: AttackedRedis, pair: Pair, side: Side): Promise<View> {
  await redis.reset();
  const tape = await startTape(redis);
  const store = createNaiveStore(redis);
  for (const [at, { user, kind, choices }] of pair.steps.entries()) {
    const before = answersAfter({ ...pair, steps: pair.steps.slice(0, at) }, side).get(user);
    const after = answersAfter({ ...pair, steps: pair.steps.slice(0, at + 1) }, side).get(user);
    if (kind === 'tap' && pair.people.includes(user)) await store.answer(user, choices[side]);
    else if (before !== undefined && after !== undefined && after !== before)
      await store.change(before, after);
  }
  const view = await viewOfRedis(redis, tape, team);
  tape.stop();
  return view;
}
