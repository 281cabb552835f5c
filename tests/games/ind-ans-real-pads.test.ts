import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { SECOND } from '../../src/duration.ts';
import { NO_PAD } from '../../src/pulse/tally.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type AttackedRedis, startAttackedRedis } from './support/attacked-redis.ts';
import { attackers } from './support/classifier.ts';
import { maskedStoring, naiveStoring, runMany, type Storing } from './support/many-runs.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';
import { startTape, type Tape } from './support/tape.ts';

/**
 * By guessing, the share of right answers in 3,000 runs has a standard deviation of 0.5 / √3000 = 0.0091, so that
 * 0.55 is 5.5 of them away from one half: by chance a run in 50 million fails. A leak that shifts the share to 0.57 is
 * found nearly always.
 */
const LEARNED = 2_000;
const GUESSED = 3_000;
const CONTROL = { learned: 300, guessed: 600 };
const PATIENCE = 90 * SECOND;

describeWithRedis('a classifier that has seen many labelled runs with real pads', () => {
  const seed = seedOf('IND-ANS with real pads');
  let redis: AttackedRedis;
  let tape: Tape;
  beforeAll(async () => {
    redis = await startAttackedRedis();
    await redis.client.config('SET', 'appendfsync', 'no');
    tape = await startTape(redis);
  });
  afterAll(async () => {
    tape?.stop();
    await redis?.stop();
  });

  /** The best share of right guesses of all attackers. */
  async function best(storing: Storing, { learned, guessed }: typeof CONTROL): Promise<number> {
    const random = createSeededRandom(seed);
    const runs = await runMany({ runs: learned + guessed, storing, tape, random });
    const [train, test] = [runs.slice(0, learned), runs.slice(learned)];
    return Math.max(...Object.values(attackers).map((attack) => attack(train, test)));
  }

  it(
    'does no better than chance on runs it has not seen, and always where the store is naive',
    async () => {
      const masked = await best(maskedStoring(redis), { learned: LEARNED, guessed: GUESSED });
      const naive = await best(naiveStoring(redis), CONTROL);
      recordGame({
        game: 'IND-ANS, real pads',
        attacker: `classifier right in ${masked.toFixed(3)} of ${GUESSED} runs`,
        control: `a naive store: ${naive.toFixed(3)}`,
      });
      expect(masked).toBeLessThanOrEqual(0.55);
      expect(naive).toBeGreaterThan(0.99);
    },
    PATIENCE,
  );

  it(
    'is right where a refused second tap uses the pad of the first',
    async () => {
      expect(
        await best(
          maskedStoring(redis, () => NO_PAD),
          CONTROL,
        ),
      ).toBeGreaterThan(0.99);
    },
    PATIENCE,
  );
});
