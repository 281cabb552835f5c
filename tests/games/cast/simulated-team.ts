import { DAY, WEEK } from '../../../src/duration.ts';
import { THRESHOLD_FLOOR } from '../../../src/promise.ts';
import type { Totals } from '../../../src/pulse/tally.ts';
import { mayPublish } from '../../../src/readout/may-publish.ts';
import type { History, Readout } from '../../../src/readout/readout.ts';
import { release, withReadout } from '../../../src/readout/release.ts';
import { sampleRecord } from '../../pulse/samples.ts';
import type { Dice } from './dice.ts';

/** The options of the simulated question: three calm ones, two strained ones. */
export const OPTIONS = 5;
const record = sampleRecord({ optionCount: OPTIONS });

export const isStrained = (option: number): boolean => record.strained.includes(option);

/** A question's pulses through the real release: threshold, soft edges, bands, two on the same side, short memory. */
export function createQuestion({ electorate, dice }: { readonly electorate: number; readonly dice: Dice }) {
  let history: History = [];
  return {
    /** Closes the pulse of a week and gives what is published of it; `undefined` below the threshold. */
    close(week: number, totals: Totals): Readout | undefined {
      const answered = totals.reduce((sum, votes) => sum + votes, 0);
      if (!mayPublish({ answered, electorate, threshold: THRESHOLD_FLOOR })) return undefined;
      const opensAt = week * WEEK;
      const pulse = { ...record, electorate, opensAt, closesAt: opensAt + 2 * DAY };
      const readout = release({ record: pulse, totals, chance: dice.random, history, rosterChanges: 0 });
      history = withReadout(history, readout);
      return readout;
    },
  };
}
