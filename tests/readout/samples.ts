import { readContent } from '../../src/content.ts';
import { WEEK } from '../../src/duration.ts';
import type { History, Readout } from '../../src/readout/readout.ts';

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
