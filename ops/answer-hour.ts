import { HOUR, MINUTE } from '../src/duration.ts';

/** What one process knows of the taps of an hour. Held in memory for that hour, and nowhere else. */
export type AnswerHour = {
  /** ms since the epoch. */
  readonly startedAt: number;
  /** Ids of pulses that were open when it began. */
  readonly openAtStart: ReadonlySet<string>;
  /** Taps by what came of them. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Answers added, by the pulse's id. */
  readonly added: ReadonlyMap<string, number>;
};

/** How an hour ended: when (ms), and which pulses were still open. */
export type HourEnd = { readonly at: number; readonly open: ReadonlySet<string> };

/** One pulse's count is how many of its people have answered, which nobody may know; two give each other away. */
const FEWEST_PULSES = 3;
/** Of three answers from three pulses each gave one: a sum says little of its parts only where it is large. */
const FEWEST_ANSWERS = 15;
/** The heartbeat that begins or ends an hour may be a little late. */
const WHOLE_HOUR = HOUR - MINUTE;

/**
 * Whether an hour's counts may be shown (docs/privacy.md, "Metrics"): it was lived through whole; at least three
 * pulses were open from its beginning to its end; there were at least 15 answers; and no pulse gave more than half of
 * them, for the sum would be that one's with a little added.
 */
export function mayBeShown(hour: AnswerHour, end: HourEnd): boolean {
  const throughout = [...hour.openAtStart].filter((pulse) => end.open.has(pulse));
  const counts = [...hour.added.values()];
  const sum = counts.reduce((total, count) => total + count, 0);
  return (
    end.at - hour.startedAt >= WHOLE_HOUR &&
    throughout.length >= FEWEST_PULSES &&
    sum >= FEWEST_ANSWERS &&
    2 * Math.max(0, ...counts) <= sum
  );
}
