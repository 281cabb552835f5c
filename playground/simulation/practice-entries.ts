import { Temporal } from 'temporal-polyfill';
import type { AskWords } from '../../src/practice/ask.ts';
import { askFields } from '../../src/practice/ask-input.ts';
import { handOverFields } from '../../src/practice/hand-over-input.ts';
import type { Entries } from '../form-values.ts';
import type { HandOverWords } from './practice-plan.ts';

/** What the form for asking is filled in with. */
export const askEntries = ({ what, help, by }: AskWords): Entries => ({
  [askFields.what]: what,
  [askFields.help]: help,
  [askFields.by]: by,
});

/** What the form of a hand-over is filled in with, by somebody whose clock shows `now` (ms) in a timezone. */
export function handOverEntries(
  { receiver, outcome, context, latitude, days }: HandOverWords,
  { now, timezone }: { readonly now: number; readonly timezone: string },
): Entries {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  return {
    [handOverFields.to]: receiver.id,
    [handOverFields.outcome]: outcome,
    [handOverFields.context]: context,
    [handOverFields.latitude]: latitude,
    [handOverFields.checkIn]: today.add({ days }).toString(),
  };
}
