import { DAY, HOUR } from '../duration.ts';
import type { Agenda } from './rhythm.ts';
import type { Slot } from './slot.ts';

/**
 * How late (ms) a slot may still run: a prompt for a day, an opening for half its window, a closing always. A kind
 * that has been turned off meanwhile (paused, suspended, removed) does not run.
 */
export function isStillWorthIt(slot: Slot, agenda: Agenda | undefined, now: number): boolean {
  if (slot.kind === 'closing') return true;
  const late = now - slot.instant;
  if (slot.kind === 'prompt') return agenda?.prompt !== undefined && late <= DAY;
  return agenda?.opening !== undefined && late <= (agenda.opening.windowHours * HOUR) / 2;
}
