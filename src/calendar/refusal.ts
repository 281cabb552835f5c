import { DAY, HOUR } from '../duration.ts';
import { isLeftOut } from './next-slot.ts';
import type { Agenda, Planned } from './rhythm.ts';
import type { RhythmicKind, Slot } from './slot.ts';
import { isWithin } from './week.ts';

/**
 * Why a slot does not run, as a code: `off` (paused, suspended, or just enrolled), `left-out` (skipped, or a date to
 * skip), `too-soon` after the last one (the same week, the spacing of pulses), `too-late`.
 */
export type Refusal = 'no-team' | 'off' | 'left-out' | 'too-soon' | 'too-late';

/** How late (ms) a slot may run whatever the settings: half of the longest window for an opening. */
const EVER_LATE: { readonly [kind in RhythmicKind]: number } = { prompt: DAY, opening: 48 * HOUR };

/**
 * Why a slot must not run at `now` (ms) by the agenda of this moment; `undefined` where it may. A prompt may be a day
 * late, an opening half its window. A closing or an upkeep always runs.
 */
export function refusalOf(slot: Slot, agenda: Agenda | undefined, now: number): Refusal | undefined {
  const { kind, instant } = slot;
  if (kind === 'closing' || kind === 'upkeep') return undefined;
  return (
    objectionTo(kind, instant, agenda) ?? (now - instant > mostLate(kind, agenda) ? 'too-late' : undefined)
  );
}

/** The same, lateness apart: whether what was planned still agrees with the agenda. */
export function objectionTo(
  kind: RhythmicKind,
  instant: number,
  agenda: Agenda | undefined,
): Exclude<Refusal, 'too-late'> | undefined {
  if (agenda === undefined) return 'no-team';
  const planned = agenda[kind];
  if (planned === undefined || instant <= planned.after) return 'off';
  if (isLeftOut({ ...agenda, instant, skipped: planned.skipped })) return 'left-out';
  return isTooSoon(instant, planned) ? 'too-soon' : undefined;
}

/** Whether a slot is past any use, whatever its team's agenda says. */
export function isLongPast(slot: Slot, now: number): boolean {
  const { kind, instant } = slot;
  return kind !== 'closing' && kind !== 'upkeep' && now - instant > EVER_LATE[kind];
}

function mostLate(kind: RhythmicKind, agenda: Agenda | undefined): number {
  if (kind === 'prompt' || agenda?.opening === undefined) return EVER_LATE[kind];
  return (agenda.opening.windowHours * HOUR) / 2;
}

/** A slot is never too close to itself: it may have run in part. */
function isTooSoon(instant: number, { last }: Planned): boolean {
  return last !== undefined && last.instant !== instant && isWithin(instant, last.alone);
}
