import type { Locale } from '../locale.ts';
import { type Level, levelName } from './level.ts';
import type { Readout } from './readout.ts';
import { placeOf } from './same-side.ts';

/** The scale that levels of several scales are drawn on: the names of those with three and four lie on its own. */
const COMMON_SCALE = 5;

/** Levels as a line: whole steps of one scale, counted from 1 (calm). */
export type LevelChart = {
  readonly scale: number;
  /** Whether some of the levels are of another scale. */
  readonly isMixed: boolean;
  readonly points: readonly { readonly readout: Readout; readonly step: number }[];
};

/** Draws a question's readouts. Levels of different scales stand by their place, as they are compared. */
export function levelChart(readouts: readonly Readout[]): LevelChart {
  const scales = new Set(readouts.map(({ level }) => level.scale));
  const [only = COMMON_SCALE] = scales;
  const scale = scales.size > 1 ? COMMON_SCALE : only;
  const points = readouts.map((readout) => ({ readout, step: stepOf(readout.level, scale) }));
  return { scale, isMixed: scales.size > 1, points };
}

const stepOf = (level: Level, scale: number): number => 1 + Math.round(placeOf(level) * (scale - 1));

/** `1 few`, `2 some` … in the order of the steps. */
export function stepNames(scale: number, locale: Locale): readonly string[] {
  return Array.from(
    { length: scale },
    (_, position) => `${position + 1} ${levelName({ position, scale }, locale)}`,
  );
}
