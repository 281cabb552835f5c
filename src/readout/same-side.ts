import type { Level } from './level.ts';

/** A level's place from 0 (calm) to 1, so that levels of different scales compare. */
export function placeOf({ position, scale }: Level): number {
  return position / (scale - 1);
}

/**
 * Two on the same side (docs/privacy.md, "The rules of disclosure", rule 5): the displayed level moves only when two
 * consecutive pulses of the question lie on the same side of it, and then to the nearer of the two.
 *
 * `before` is the level the previous pulse had, shown or not; both are absent for the first pulse, which is shown.
 */
export function displayedLevel(shown: Level | undefined, before: Level | undefined, now: Level): Level {
  if (shown === undefined || before === undefined) return now;
  const [old, previous, latest] = [placeOf(shown), placeOf(before), placeOf(now)];
  const areHigher = previous > old && latest > old;
  const areLower = previous < old && latest < old;
  if (!areHigher && !areLower) return shown;
  return Math.abs(previous - old) <= Math.abs(latest - old) ? before : now;
}
