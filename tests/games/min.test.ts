import { describe, expect, it } from 'vitest';
import { type Choice, laneCount } from '../../src/pulse/tally.ts';
import { sampleRecord } from '../pulse/samples.ts';
import { unlockPulse } from './cast/locked-pulse.ts';
import { range } from './cast/range.ts';
import { type WatchedTally, watchTally } from './cast/watched-tally.ts';
import { recordGame } from './support/record.ts';

const COUNT_LANE = 0;
const everyLane = range(0, laneCount(sampleRecord().optionCount) - 1);

type Case = {
  readonly electorate: number;
  readonly threshold: number;
  readonly standing: number;
  readonly withdrawn: number;
};

/** Closes such a pulse and says which lanes of its tally were read, and how it ended. */
async function close({ electorate, threshold, standing, withdrawn }: Case) {
  const choices: readonly Choice[] = [
    ...range(1, standing).map((person) => person % sampleRecord().optionCount),
    ...range(1, withdrawn).map(() => 'none' as const),
  ];
  const watched: WatchedTally[] = [];
  const unlocked = await unlockPulse({
    record: sampleRecord({ electorate, threshold }),
    choices,
    watch: (lanes) => {
      const tally = watchTally(lanes);
      watched.push(tally);
      return tally.tally;
    },
  });
  return { unlocked, lanes: watched.flatMap(({ read }) => [...read]).sort() };
}

/** Too few have answered at all, with the floor and with higher thresholds. */
const tooFew: readonly Case[] = [5, 8, 16, 30].flatMap((electorate) =>
  [0, 5, 7, 12].flatMap((threshold) =>
    range(0, Math.max(5, threshold) - 1)
      .filter((standing) => standing <= electorate)
      .map((standing) => ({ electorate, threshold, standing, withdrawn: 0 })),
  ),
);

/** Enough have answered, but so many took it back that too few answers stand. */
const withdrawnBelow: readonly Case[] = [8, 16, 30].flatMap((electorate) =>
  [5, 7].flatMap((threshold) =>
    range(0, threshold - 1).map((standing) => ({
      electorate,
      threshold,
      standing,
      withdrawn: threshold - standing,
    })),
  ),
);

describe('MIN: below the threshold', () => {
  it('not one lane of the tally is read, so nothing can be unmasked', async () => {
    for (const few of tooFew) {
      const { unlocked, lanes } = await close(few);
      expect(unlocked.kind).toBe('too-few');
      expect(lanes).toEqual([]);
    }
  });

  it('where withdrawals bring it there, the count’s lane is read alone', async () => {
    for (const few of withdrawnBelow) {
      const { unlocked, lanes } = await close(few);
      expect(unlocked.kind).toBe('too-few');
      expect(lanes).toEqual([COUNT_LANE]);
    }
  });

  it('nothing that comes out could hold an answer', async () => {
    for (const few of [...tooFew, ...withdrawnBelow]) {
      const { unlocked } = await close(few);
      expect(Object.keys(unlocked).sort()).toEqual(['kind', 'receipts', 'record', 'ts']);
    }
  });
});

describe('MIN: from the threshold on', () => {
  it('every lane is read: the watch is not blind', async () => {
    for (const threshold of [5, 7]) {
      const { unlocked, lanes } = await close({
        electorate: 12,
        threshold,
        standing: threshold,
        withdrawn: 0,
      });
      expect(unlocked.kind).toBe('totals');
      expect(lanes).toEqual(everyLane);
    }
  });

  it('it is so with withdrawals too, where enough answers stand', async () => {
    const { lanes } = await close({ electorate: 12, threshold: 5, standing: 5, withdrawn: 4 });
    expect(lanes).toEqual(everyLane);
  });

  it('reports what it found', async () => {
    const below = await Promise.all([...tooFew, ...withdrawnBelow].map(close));
    const above = await close({ electorate: 12, threshold: 5, standing: 5, withdrawn: 0 });
    const answerLanes = (lanes: readonly number[]) => lanes.filter((lane) => lane !== COUNT_LANE).length;
    recordGame({
      game: 'MIN',
      attacker: `${below.reduce((sum, { lanes }) => sum + answerLanes(lanes), 0)} answer lanes read in ${below.length} closings`,
      control: `above the threshold: all ${answerLanes(above.lanes)}`,
    });
  });
});
