import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { SECOND } from '../../src/duration.ts';
import type { Random } from '../../src/ports.ts';
import { PAD_SEED_BYTES } from '../../src/pulse/tally.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type AttackedRedis, startAttackedRedis } from './support/attacked-redis.ts';
import { naiveView } from './support/naive-store.ts';
import { createPadShifts } from './support/pad-shifts.ts';
import { answersAfter, drawPair, otherAnswers, type Pair, type Side } from './support/pair-of-worlds.ts';
import { type Played, playWorld, type WorldOfPair } from './support/played-world.ts';
import { publishedFor } from './support/published.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';
import { differences } from './support/view.ts';

const PAIRS = 50;
const PAIRS_OF_CONTROL = 5;
const PATIENCE = 120 * SECOND;

/**
 * IND-ANS with coupled pads. Two worlds differ in one person's answer and publish the same readout. World A is the app
 * as it is; world B is the app with another, equally likely pad function (`other-pads.ts`). If every byte of what an
 * attacker could hold is the same, then each world explains the view as well as the other, and nobody can tell. That
 * the real pads are as good as such a function is for `ind-ans-real-pads.test.ts` to show.
 */
describeWithRedis('two worlds that differ in one answer, with coupled pads', () => {
  const seed = seedOf('IND-ANS with coupled pads');
  const random = createSeededRandom(seed);
  const pairs: Pair[] = [];
  let redis: AttackedRedis;
  beforeAll(async () => {
    redis = await startAttackedRedis();
  });
  afterAll(() => redis?.stop());

  it(
    `look the same in every byte, ${PAIRS} of ${PAIRS} times, with refused, repeated and changed taps`,
    async () => {
      const found: (readonly string[])[] = [];
      while (found.length < PAIRS) {
        const played = await playPair({ redis, random, seed: `${seed} ${found.length}` });
        if (played === undefined) continue;
        expect(played.B.readouts).toBe(played.A.readouts);
        found.push(differences(played.A.view, played.B.view));
        pairs.push(played.pair);
      }
      expect(found.flat()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'are told apart where a second tap uses the pad of the first',
    async () => {
      const ports = { random: withSamePads(createSeededRandom(`${seed} same pads`)) };
      const twice = (pair: Pair) => new Set(shiftsOfTaps(pair)).size > 1;
      for (let at = 0; at < PAIRS_OF_CONTROL; ) {
        const played = await playPair({ redis, random, seed, ports, isFit: twice });
        if (played === undefined) continue;
        expect(differences(played.A.view, played.B.view)).not.toEqual([]);
        at += 1;
      }
    },
    PATIENCE,
  );

  it(
    'are told apart where a naive store counts answers and remembers who gave one',
    async () => {
      let apart = 0;
      for (const pair of pairs) {
        const [A, B] = [await naiveView(redis, pair, 'A'), await naiveView(redis, pair, 'B')];
        apart += differences(A, B).length > 0 ? 1 : 0;
      }
      expect(apart / PAIRS).toBeGreaterThan(0.99);
      recordGame({
        game: 'IND-ANS, coupled pads',
        attacker: `${PAIRS} of ${PAIRS} pairs of worlds byte-equal in every view`,
        control: `a naive store: ${apart} of ${PAIRS} told apart`,
      });
    },
    PATIENCE,
  );
});

/** Plays both worlds of a random pair; `undefined` where no other answer publishes the same as the first. */
async function playPair(given: {
  readonly redis: AttackedRedis;
  readonly random: Random;
  readonly seed: string;
  readonly ports?: WorldOfPair['ports'];
  readonly isFit?: (pair: Pair) => boolean;
}): Promise<{ readonly pair: Pair; readonly A: Played; readonly B: Played } | undefined> {
  const { random, isFit = () => true, ...world } = given;
  const drawn = drawPair(random);
  const A = await playWorld({ ...world, pair: drawn, side: 'A' });
  const published = (pair: Pair, side: Side) => publishedFor({ ...A, answers: answersAfter(pair, side) });
  const pair = otherAnswers(
    drawn,
    random,
    (other) => published(other, 'A') === published(other, 'B') && isFit(other),
  );
  if (pair === undefined) return undefined;
  const shifts = createPadShifts({ pulseKey: A.pulseKey, optionCount: A.record.optionCount });
  return { pair, A, B: await playWorld({ ...world, pair, side: 'B', shifts }) };
}

/** How the taps of the person concerned differ between the worlds, one text each. */
const shiftsOfTaps = ({ steps, concerned }: Pair): readonly string[] =>
  steps
    .filter(({ user, kind }) => user === concerned && kind === 'tap')
    .map(({ choices }) => (choices.A === choices.B ? 'none' : JSON.stringify(choices)));

/** Chance that gives every attempt the same r. */
const withSamePads = (random: Random): Random => ({
  bytes: (size) => (size === PAD_SEED_BYTES ? Buffer.alloc(size, 7) : random.bytes(size)),
});
