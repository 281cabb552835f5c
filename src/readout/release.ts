import type { PulseRecord } from '../pulse/pulse-record.ts';
import type { Totals } from '../pulse/tally.ts';
import { levelOf, scaleFor } from './level.ts';
import { participationOf } from './participation.ts';
import { type History, type Readout, shortMemory } from './readout.ts';

/**
 * From the totals of a closed pulse to what may be seen of them, given the question's history. Pure: the rules of
 * disclosure control, in the order in which they apply (docs/privacy.md).
 */
export function release(record: PulseRecord, totals: Totals, history: History): Readout {
  const answers = totals.reduce((sum, votes) => sum + votes, 0);
  const strained = record.strained.reduce((sum, option) => sum + (totals[option] ?? 0), 0);
  return {
    closedAt: record.closesAt,
    level: levelOf(strained, answers, scaleFor(record.electorate, answers)),
    participation: participationOf(answers, record.electorate),
    step: (history.at(-1)?.step ?? -1) + 1,
  };
}

/** The question's history with a new readout. */
export function withReadout(history: History, readout: Readout): History {
  return shortMemory([...history, readout], readout.closedAt);
}
