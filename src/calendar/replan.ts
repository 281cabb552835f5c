import { DAY } from '../duration.ts';
import { nextOf } from './next-slot.ts';
import { objectionTo } from './refusal.ts';
import type { Agenda, Planned } from './rhythm.ts';
import type { RhythmicKind, Slot } from './slot.ts';
import { weekAround } from './week.ts';

/**
 * The next slot (ms) of a kind by the agenda of this moment, where `promised` was planned before (docs/calendar.md,
 * "When settings change"). One that is due is the heartbeat's. A prompt that was promised is never put off into a
 * later week: where the new rhythm has no time left in that week, it comes when it was promised.
 */
export function replan(options: {
  readonly agenda: Agenda;
  readonly kind: RhythmicKind;
  readonly promised: number | undefined;
  readonly now: number;
}): number | undefined {
  const { agenda, kind, promised, now } = options;
  const next = nextOf(agenda, kind, now);
  if (promised === undefined || objectionTo(kind, promised, agenda) !== undefined) return next;
  if (agenda[kind]?.last?.instant === promised) return next; // It has run.
  if (promised <= now) return promised;
  if (kind === 'opening') return next; // Pulses have their spacing.
  const { until } = weekAround(promised, agenda.timezone);
  return next === undefined || next >= until ? promised : next;
}

/**
 * What comes after a slot that has been handed on, or after one that does not run (`isRun`: false). It may be due
 * itself: a prompt whose time came while the slot before it was late may be late as well.
 */
export function nextAfter(
  slot: Slot,
  agenda: Agenda | undefined,
  { now, isRun }: { readonly now: number; readonly isRun: boolean },
): number | undefined {
  const { kind, instant } = slot;
  if (agenda === undefined || kind === 'closing' || kind === 'upkeep') return undefined;
  const known = isRun && kind === 'prompt' ? withLastPrompt(agenda, instant) : agenda;
  return nextOf(known, kind, Math.max(instant, kind === 'prompt' ? now - DAY : now));
}

/** The agenda of a team whose last prompt was that of `instant` (ms): there is one in a week, and no more. */
export function withLastPrompt(agenda: Agenda, instant: number | undefined): Agenda {
  if (agenda.prompt === undefined || instant === undefined) return agenda;
  const alone = weekAround(instant, agenda.timezone);
  const prompt: Planned = { ...agenda.prompt, last: { instant, alone } };
  return { ...agenda, prompt };
}
