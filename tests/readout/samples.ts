import { readContent } from '../../src/content.ts';
import { DAY, WEEK } from '../../src/duration.ts';
import type { Closing, History, Readout } from '../../src/readout/readout.ts';
import type { Summary } from '../../src/readout/summary-view.ts';

export const { questions, wordingOf } = readContent().en;

/** Wednesday 7 January 2026, 13:00 in UTC. */
const FIRST_CLOSING = Date.UTC(2026, 0, 7, 13);

export function sampleReadout(fields: Partial<Readout> = {}): Readout {
  return {
    closedAt: FIRST_CLOSING,
    level: { position: 0, scale: 2 },
    isComparable: true,
    rosterChanges: 0,
    participation: null,
    audience: 'everyone',
    isFirst: false,
    step: 0,
    ...fields,
  };
}

/** Weekly readouts at these levels: `[position, scale]`. */
export function history(levels: readonly (readonly [number, number])[]): History {
  return levels.map(([position, scale], week) =>
    sampleReadout({ closedAt: FIRST_CLOSING + week * WEEK, level: { position, scale }, step: week }),
  );
}

const closing: Closing = {
  pulse: 'TWORK-CTEAM-1000',
  question: 'work-fits-hours',
  opensAt: 1000,
  closesAt: 2000,
  threshold: 5,
  audience: 'everyone',
  ts: '1.1',
  kind: 'published',
  receipts: [],
};
/** A question's readouts at their most. */
export const eight = history(Array.from({ length: 8 }, (_, at) => [at % 5, 5] as const));

/** A change two days after each readout. */
export const changesIn = (shown: History) => shown.map(({ closedAt }) => closedAt + 2 * DAY);

/** The longest there can be: three questions with eight readouts and changes each, and a note about the last pulse. */
export const longest = (kind: Closing['kind'] = 'void'): Summary => ({
  last: { ...closing, kind },
  questions: questions
    .slice(0, 3)
    .map(({ id }) => ({ wording: wordingOf(id), history: eight, changes: changesIn(eight) })),
});
