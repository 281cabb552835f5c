import type { Random } from '../../../src/ports.ts';
import { createKeyedStream } from '../../../src/pulse/keyed-stream.ts';
import { scaleFor } from '../../../src/readout/level.ts';
import { mayPublish } from '../../../src/readout/may-publish.ts';
import type { History, Readout } from '../../../src/readout/readout.ts';
import { release, withReadout } from '../../../src/readout/release.ts';
import { keyNumber, sampleRecord } from '../../pulse/samples.ts';
import { sampleReadout } from '../../readout/samples.ts';
import { unlockPulse } from './locked-pulse.ts';
import { range } from './range.ts';
import { OPTIONS } from './simulated-team.ts';

/** All of a pulse that is no answer: counts, rosters, and what was published before. */
export type Pulse = {
  readonly answered: number;
  readonly electorate: number;
  readonly threshold: number;
  /** Roster changes since the last readout. */
  readonly rosterChanges: number;
  readonly history: 'none' | 'calm' | 'other scale';
};

/** A rule of what is published; each answer is an option's number. `undefined`: nothing. */
export type Publishing = (pulse: Pulse, answers: readonly number[]) => Readout | undefined;

/** Our rule, with the same noise for whatever was answered. */
export const publishAsWeDo: Publishing = (pulse, answers) => {
  if (!mayPublish(pulse)) return undefined;
  const totals = range(0, OPTIONS - 1).map((option) => answers.filter((answer) => answer === option).length);
  return released(pulse, totals, createKeyedStream(keyNumber(1)));
};

/** The same at the end of a real closing, with its own noise. */
export async function closePulse(pulse: Pulse, answers: readonly number[]): Promise<Readout | undefined> {
  const unlocked = await unlockPulse({ record: recordOf(pulse), choices: answers });
  return unlocked.kind === 'totals' ? released(pulse, unlocked.totals, unlocked.chance) : undefined;
}

/** What of a readout must not depend on answers: everything but which level it is. */
export function cellsOf(readout: Readout | undefined) {
  if (readout === undefined) return 'nothing';
  const { level, undisplayed, ...rest } = readout;
  return { ...rest, level: Object.keys(level), undisplayed: undisplayed && { scale: undisplayed.scale } };
}

function released(pulse: Pulse, totals: readonly number[], chance: Random): Readout | undefined {
  const { rosterChanges } = pulse;
  const history = historyOf(pulse);
  const readout = release({ record: recordOf(pulse), totals, chance, history, rosterChanges });
  return withReadout(history, readout).at(-1);
}

const recordOf = ({ electorate, threshold }: Pulse) =>
  sampleRecord({ electorate, threshold, optionCount: OPTIONS });

function historyOf({ history, electorate, answered, threshold }: Pulse): History {
  if (history === 'none') return [];
  const usual = scaleFor(electorate, answered, threshold);
  const scale = history === 'calm' ? usual : usual === 5 ? 4 : usual + 1;
  const level = { position: 0, scale };
  return [sampleReadout({ closedAt: 0, level, undisplayed: level, isComparable: true, rosterChanges: 0 })];
}
