import type { Random } from '../ports.ts';
import type { PulseRecord } from '../pulse/pulse-record.ts';
import type { Totals } from '../pulse/tally.ts';
import { levelOf, scaleFor } from './level.ts';
import { participationOf } from './participation.ts';
import { type History, type Readout, shortMemory } from './readout.ts';
import { displayedLevel } from './same-side.ts';
import { soften } from './soft-edges.ts';

/** This many roster changes since the last readout would let a change of level be put down to someone (rule 8). */
const TELLING_ROSTER_CHANGES = { from: 1, to: 4 };

export type Closed = {
  readonly record: PulseRecord;
  readonly totals: Totals;
  /** Fixed by the pulse's key. */
  readonly chance: Random;
  /** The question's readouts so far. */
  readonly history: History;
  /** The questions of the team's closed pulses. */
  readonly asked?: readonly string[];
  /** The team's count of roster changes when the pulse opened: those since are in the next electorate. */
  readonly rosterChanges: number;
};

/**
 * From the totals of a closed pulse to what may be seen of them. Pure: the rules of disclosure control, in the order
 * in which they apply (docs/privacy.md): soft edges, bands, two on the same side, hidden participation, roster.
 */
export function release({ record, totals, chance, history, asked = [], rosterChanges }: Closed): Readout {
  const answers = sum(totals);
  const strained = sum(record.strained.map((option) => totals[option] ?? 0));
  const now = levelOf(
    soften(strained, answers, chance),
    answers,
    scaleFor(record.electorate, answers, record.threshold),
  );
  const last = history.at(-1);
  return {
    closedAt: record.closesAt,
    level: displayedLevel(last?.level, last?.undisplayed, now),
    undisplayed: now,
    participation: participationOf(answers, record),
    isComparable: last === undefined || !isTelling(rosterChanges - last.rosterChanges),
    rosterChanges,
    audience: record.audience,
    isFirst: last === undefined && !asked.includes(record.question),
    step: (last?.step ?? -1) + 1,
  };
}

/** The question's history with a new readout: short, and with the undisplayed level of the newest alone. */
export function withReadout(history: History, readout: Readout): History {
  const older = history.map(({ undisplayed: _, ...rest }) => rest);
  return shortMemory([...older, readout], readout.closedAt);
}

const isTelling = (changes: number): boolean =>
  TELLING_ROSTER_CHANGES.from <= changes && changes <= TELLING_ROSTER_CHANGES.to;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
