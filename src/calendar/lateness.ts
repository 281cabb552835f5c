import { DAY, HOUR } from '../duration.ts';
import type { Agenda } from './rhythm.ts';
import type { Slot } from './slot.ts';

/** How late (ms) a slot may still run: a prompt for a day, an opening for half its window, a closing always. */
export function isStillWorthIt(slot: Slot, agenda: Agenda | undefined, now: number): boolean {
  if (slot.kind === 'closing') return true;
  if (agenda === undefined) return false;
  const late = now - slot.instant;
  if (slot.kind === 'prompt') return late <= DAY;
  return late <= ((agenda.opening?.windowHours ?? 0) * HOUR) / 2;
}
