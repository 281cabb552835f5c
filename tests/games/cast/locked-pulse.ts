import { type ClosingDeps, createPulseClosing, type Unlocked } from '../../../src/pulse/pulse-closing.ts';
import type { PulseRecord } from '../../../src/pulse/pulse-record.ts';
import { markOf } from '../../../src/pulse/record-mark.ts';
import { type Choice, type Lanes, NO_PAD, tokenOf } from '../../../src/pulse/tally.ts';
import { mayPublish } from '../../../src/readout/may-publish.ts';
import { keyNumber, tallyOf, team } from '../../pulse/samples.ts';
import { range } from './range.ts';

const pulseKey = keyNumber(5);

/**
 * Closes a pulse in which these people have answered (`none`: withdrawn again) and the rest of the electorate has
 * not, with the real closing before a store that holds nothing else. `watch` may stand between it and the tally.
 */
export async function unlockPulse(options: {
  readonly record: PulseRecord;
  readonly choices: readonly Choice[];
  readonly watch?: (tally: Lanes) => Lanes;
}): Promise<Unlocked> {
  const { record, choices, watch = (tally) => tally } = options;
  const { tally, entries } = tallyOf({ pulseKey, choices, optionCount: record.optionCount });
  const silent = range(choices.length, record.electorate - 1).map((person) => ({
    token: tokenOf(pulseKey, `U${person}`),
    version: 0,
    r: NO_PAD,
  }));
  const locked = [...entries, ...silent];
  const mark = markOf(
    pulseKey,
    record,
    locked.map(({ token }) => token),
  );
  const open = async () => ({ record, state: 'open', ts: '1.1' }) as const;
  const store: ClosingDeps['store'] = {
    find: open,
    current: open,
    lock: async () => ({ tally: watch(tally), entries: locked, mark }),
    forgetHistory: async () => undefined,
  };
  const custody: ClosingDeps['custody'] = {
    read: async () => pulseKey,
    commit: async () => true,
    destroy: async () => undefined,
    kept: async () => [record.id],
  };
  const clock = { now: () => record.closesAt };
  const unlocked = await createPulseClosing({ store, custody, clock }).unlock(
    team,
    record.closesAt,
    mayPublish,
  );
  if (unlocked === undefined) throw new Error('the pulse was not there');
  return unlocked;
}
