import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { SECOND } from '../../src/duration.ts';
import { answerReply } from '../../src/pulse/answer-view.ts';
import { type Choice, laneCount } from '../../src/pulse/tally.ts';
import type { Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { shuffle } from '../../src/shuffle.ts';
import { team } from '../pulse/samples.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type Answering, likelihoodOf, openForAnswers, timeMixed, votesIn } from './support/answering.ts';
import { type AttackedRedis, startAttackedRedis } from './support/attacked-redis.ts';
import { mannWhitney } from './support/mann-whitney.ts';
import { OPTIONS } from './support/pair-of-worlds.ts';
import { respondents } from './support/pulse-week.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';
import { startTape } from './support/tape.ts';

/** Answers per option. */
const SAMPLE = 2_000;
const people = respondents(2 * SAMPLE);
const PATIENCE = 90 * SECOND;
/** One run in a million fails by chance; what differs by a few per cent of its time is found all the same. */
const ALPHA = 1e-6;

/** Time and size, which no mask hides: neither may depend on what is answered. */
describeWithRedis('an answer costs the same, whatever it is', () => {
  const random = createSeededRandom(seedOf('same cost'));
  let redis: AttackedRedis;
  let store: Store;
  beforeAll(async () => {
    redis = await startAttackedRedis();
    await redis.client.config('SET', 'appendfsync', 'no');
    store = await redis.openStore();
  });
  afterAll(async () => {
    await store?.close();
    await redis?.stop();
  });
  const timed = (choices: readonly [Choice, Choice], answer: Answering) =>
    timeMixed({ people, choices, answer, random });

  it(
    'in time: first answers, a change against a withdrawal, and a change of either',
    async () => {
      const answer = await openForAnswers(store, people);
      const first = await timed([0, 4], answer);
      const seals = new Map(first.map(({ user, outcome }) => [user, outcome.sealed]));
      const change: Answering = async (user, choice) => {
        const outcome = await answer(user, choice, seals.get(user));
        seals.set(user, outcome.sealed);
        return outcome;
      };
      const changed = await timed([1, 'none'], change);
      const before = new Map(changed.map(({ user, choice }) => [user, choice]));
      const again = (await timed([2, 2], change)).map((one) => ({
        ...one,
        choice: before.get(one.user) ?? 0,
      }));
      const found = [first, changed, again].map(likelihoodOf);
      const slowed = likelihoodOf(await timed([0, 4], withDependence(await openForAnswers(store, people))));
      recordGame({
        game: 'same cost',
        attacker: `${SAMPLE} answers each: p = ${found.map((p) => p.toPrecision(2)).join(', ')}; sizes equal`,
        control: `an option that takes longer: p = ${slowed.toPrecision(2)}`,
      });
      for (const p of found) expect(p).toBeGreaterThan(ALPHA);
      expect(slowed).toBeLessThan(ALPHA);
    },
    PATIENCE,
  );

  it(
    'in size: every command, every stored value and every private answer',
    async () => {
      const asked = choices.flatMap((choice) =>
        respondents(50).map((user) => ({ user: `${user}X${choice}`, choice })),
      );
      const users = asked.map(({ user }) => user);
      const answer = await openForAnswers(store, users);
      const tape = await startTape(redis);
      const shown = new Set<string>();
      for (const { user, choice } of shuffle(asked, random)) {
        const first = await answer(user, choice === 'none' ? 0 : choice);
        const last = await answer(user, choice, first.sealed);
        shown.add(
          [first, last].map((outcome) => JSON.stringify(answerReply(outcome, 'A', 'en')).length).join(' '),
        );
      }
      const votes = votesIn(await tape.read());
      tape.stop();
      const entries = Object.entries(await redis.client.hgetall(keys.tokens(team)));
      expect(votes).toHaveLength(2 * asked.length);
      expect(shown.size).toBe(1);
      expect(
        new Set(votes.map(({ fixed, lanes }) => [...fixed.map(sizeOf), lanes.length].join(' '))).size,
      ).toBe(1);
      expect(new Set(entries.map((words) => words.map(sizeOf).join(' '))).size).toBe(1);
      expect(await redis.client.strlen(keys.tally(team))).toBe(4 * laneCount(OPTIONS));
    },
    PATIENCE,
  );

  it(
    'in digits of the masked lanes, which are those of uniformly random numbers',
    async () => {
      const answer = await openForAnswers(store, people);
      const tape = await startTape(redis);
      const answered = await timed([0, 4], answer);
      const digits = votesIn(await tape.read()).map(({ lanes }) => lanes.join('').length);
      tape.stop();
      const digitsOf = (option: Choice) => digits.filter((_, at) => answered[at]?.choice === option);
      expect(digits).toHaveLength(2 * SAMPLE);
      expect(mannWhitney(digitsOf(0), digitsOf(4))).toBeGreaterThan(ALPHA);
    },
    PATIENCE,
  );
});

const choices = [0, 1, 2, 3, 4, 'none'] as const;
const sizeOf = (word: string): number => word.length;

/** The control: option 4 takes a little longer, for some hashes that nobody needs. */
function withDependence(answer: Answering): Answering {
  return (user, choice) => {
    for (let left = choice === 4 ? 40 : 0; left > 0; left -= 1) createHash('sha512').update(user).digest();
    return answer(user, choice);
  };
}
