import { describe, expect, test } from 'vitest';
import { isLongPast, objectionTo, refusalOf } from '../../src/calendar/refusal.ts';
import type { Agenda } from '../../src/calendar/rhythm.ts';
import { slotKinds } from '../../src/calendar/slot.ts';
import { DAY, HOUR } from '../../src/duration.ts';
import { monday, off, slot, weekly } from './agendas.ts';

type Kind = (typeof slotKinds)[number];

const refusal = (kind: Kind, late: number, agenda: Agenda | undefined = weekly) =>
  refusalOf(slot({ kind }), agenda, monday + late);

/** The weekly agenda with other facts about its prompts, or its openings. */
const prompts = (fields: object): Agenda => ({ ...weekly, prompt: { ...planned('prompt'), ...fields } });
const openings = (fields: object): Agenda => ({
  ...weekly,
  opening: { ...planned('opening'), windowHours: 48, ...fields },
});
const planned = (kind: 'prompt' | 'opening') => {
  const found = weekly[kind];
  if (found === undefined) throw new Error('the weekly agenda has both kinds');
  return found;
};

describe('a slot that is late', () => {
  test.each(slotKinds)('runs on time: %s', (kind) => {
    expect(refusal(kind, 0)).toBeUndefined();
  });

  test('runs for a day as a prompt', () => {
    expect([refusal('prompt', DAY), refusal('prompt', DAY + 1)]).toEqual([undefined, 'too-late']);
  });

  test.each([24, 48, 72, 96])('runs for half of a window of %i hours as an opening', (windowHours) => {
    const agenda = openings({ windowHours });
    const half = (windowHours * HOUR) / 2;
    expect([refusal('opening', half, agenda), refusal('opening', half + 1, agenda)]).toEqual([
      undefined,
      'too-late',
    ]);
  });

  test.each(['closing', 'upkeep'] as const)('always runs as a %s, even of a team that is gone', (kind) => {
    expect(refusal(kind, 400 * DAY)).toBeUndefined();
    expect(refusalOf(slot({ kind }), undefined, monday)).toBeUndefined();
    expect(refusal(kind, 0, off)).toBeUndefined();
  });

  test('is past any use after the longest time its kind may ever be late, a closing never', () => {
    const isPast = (kind: Kind, late: number) => isLongPast(slot({ kind }), monday + late);
    expect([isPast('prompt', DAY), isPast('prompt', DAY + 1)]).toEqual([false, true]);
    expect([isPast('opening', 2 * DAY), isPast('opening', 2 * DAY + 1)]).toEqual([false, true]);
    expect([isPast('closing', 400 * DAY), isPast('upkeep', 400 * DAY)]).toEqual([false, false]);
  });
});

describe.each(['prompt', 'opening'] as const)('a %s', (kind) => {
  const withFacts = kind === 'prompt' ? prompts : openings;

  test('of a team that is gone does not run', () => {
    expect(refusalOf(slot({ kind }), undefined, monday)).toBe('no-team');
  });

  test('does not run where its kind has been turned off', () => {
    expect(refusal(kind, 0, off)).toBe('off');
  });

  test('does not run within a pause, up to its last instant', () => {
    expect(refusal(kind, 0, withFacts({ after: monday }))).toBe('off');
    expect(refusal(kind, 0, withFacts({ after: monday - 1 }))).toBeUndefined();
  });

  test('does not run in the week of the one that was skipped, wherever it was moved to', () => {
    const skipped = [monday + 3 * DAY];
    expect(refusal(kind, 0, withFacts({ skipped }))).toBe('left-out');
    expect(refusal(kind, 0, withFacts({ skipped: [monday + 7 * DAY] }))).toBeUndefined();
    expect(refusal(kind, 0, withFacts({ skipped: [monday - 1] }))).toBeUndefined();
  });

  test('does not run on a date to skip, by the team’s own clock', () => {
    const inHonolulu = { ...weekly, timezone: 'Pacific/Honolulu' };
    expect(refusal(kind, 0, { ...weekly, skipDates: ['2026-01-05'] })).toBe('left-out');
    expect(refusal(kind, 0, { ...inHonolulu, skipDates: ['2026-01-05'] })).toBeUndefined();
    expect(refusal(kind, 0, { ...inHonolulu, skipDates: ['2026-01-04'] })).toBe('left-out');
  });

  test('does not run too close to the last one, but may be the last one itself', () => {
    const lastOne = (instant: number, from: number, until: number) =>
      withFacts({ last: { instant, alone: { from, until } } });
    const around = (instant: number) => lastOne(instant, monday - 2 * DAY, monday + DAY);
    expect(refusal(kind, 0, around(monday - DAY))).toBe('too-soon');
    expect(refusal(kind, 0, around(monday + HOUR))).toBe('too-soon');
    expect(refusal(kind, 0, around(monday))).toBeUndefined();
    expect(refusal(kind, 0, lastOne(monday - 5 * DAY, 0, monday))).toBeUndefined();
    expect(refusal(kind, 0, lastOne(monday + DAY, monday + 1, monday + 7 * DAY))).toBeUndefined();
  });

  test('is objected to whatever the hour: being late is no objection to what was planned', () => {
    expect(objectionTo(kind, monday, weekly)).toBeUndefined();
    expect(objectionTo(kind, monday, off)).toBe('off');
    expect(refusal(kind, 400 * DAY, off)).toBe('off');
  });
});
