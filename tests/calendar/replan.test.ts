import { describe, expect, test } from 'vitest';
import { nextAfter, replan, withLastPrompt } from '../../src/calendar/replan.ts';
import type { Agenda, Rhythm } from '../../src/calendar/rhythm.ts';
import { DAY, HOUR } from '../../src/duration.ts';
import { off, slot, utc, weekly } from './agendas.ts';

const prompts = (rhythm: Rhythm, fields: object = {}): Agenda => ({
  ...weekly,
  prompt: { rhythm, after: 0, skipped: [], ...fields },
});
const at = (day: Rhythm['day'], time = '09:30') => prompts({ day, time });

/** The next prompt as UTC text, to the minute, where `promised` was planned before. */
function next(agenda: Agenda, promised: string | undefined, now: string) {
  const instant = replan({
    agenda,
    kind: 'prompt',
    promised: promised === undefined ? undefined : utc(promised),
    now: utc(now),
  });
  return instant === undefined ? 'none' : new Date(instant).toISOString().slice(0, 16);
}

const [mondayPrompt, fridayPrompt] = ['2026-01-05T09:30', '2026-01-09T09:30'] as const;

describe('a prompt that was promised', () => {
  test('moves to the new time of its week, earlier or later', () => {
    expect(next(at('wed'), fridayPrompt, '2026-01-06T12:00')).toBe('2026-01-07T09:30');
    expect(next(at('sun'), fridayPrompt, '2026-01-06T12:00')).toBe('2026-01-11T09:30');
    expect(next(at('fri', '23:30'), fridayPrompt, '2026-01-06T12:00')).toBe('2026-01-09T23:30');
  });

  test('comes when it was promised where the new time of its week is over', () => {
    expect(next(at('tue'), fridayPrompt, '2026-01-07T12:00')).toBe(fridayPrompt);
    expect(next(at('fri', '09:00'), fridayPrompt, '2026-01-09T09:15')).toBe(fridayPrompt);
  });

  test('stays there however often the settings change, until a time of its week is ahead', () => {
    const kept = next(at('tue'), fridayPrompt, '2026-01-07T12:00');
    expect(next(at('wed'), kept, '2026-01-07T13:00')).toBe(fridayPrompt);
    expect(next(at('sat'), kept, '2026-01-07T14:00')).toBe('2026-01-10T09:30');
  });

  test('may come in an earlier week, and never in a later one', () => {
    const nextWeek = '2026-01-16T09:30';
    expect(next(at('thu'), nextWeek, '2026-01-07T12:00')).toBe('2026-01-08T09:30');
    expect(next(at('mon'), nextWeek, '2026-01-07T12:00')).toBe('2026-01-12T09:30');
    expect(next(at('mon'), '2026-01-12T09:30', '2026-01-12T09:00')).toBe('2026-01-12T09:30');
  });

  test('and is due is left for the heartbeat, however late it is', () => {
    expect(next(at('tue'), mondayPrompt, mondayPrompt)).toBe(mondayPrompt);
    expect(next(at('tue'), mondayPrompt, '2026-01-08T12:00')).toBe(mondayPrompt);
  });

  test('and has run is over, due or not', () => {
    const run = (now: string) => next(withLastPrompt(at('mon'), utc(mondayPrompt)), mondayPrompt, now);
    expect(run('2026-01-05T09:31')).toBe('2026-01-12T09:30');
    expect(run('2026-01-05T08:31')).toBe('2026-01-12T09:30');
  });

  test.each([
    ['is off', off, 'none'],
    [
      'is paused over',
      prompts({ day: 'fri', time: '09:30' }, { after: utc(fridayPrompt) }),
      '2026-01-16T09:30',
    ],
    [
      'was skipped',
      prompts({ day: 'fri', time: '09:30' }, { skipped: [utc(fridayPrompt)] }),
      '2026-01-16T09:30',
    ],
    ['falls on a date to skip', { ...at('fri'), skipDates: ['2026-01-09'] }, '2026-01-16T09:30'],
  ])('and %s comes no more', (_, agenda, expected) => {
    expect(next(agenda, fridayPrompt, '2026-01-06T12:00')).toBe(expected);
    expect(next(agenda, fridayPrompt, '2026-01-09T09:31')).toBe(expected);
  });

  test('is kept where the new rhythm has no time within a year', () => {
    const fridays = Array.from({ length: 60 }, (_, week) =>
      new Date(utc('2026-01-02T00:00') + week * 7 * DAY).toISOString().slice(0, 10),
    );
    const agenda = { ...at('fri'), skipDates: fridays };
    expect(next(agenda, '2026-01-08T09:30', '2026-01-06T12:00')).toBe('2026-01-08T09:30');
  });
});

describe('a week that has had its prompt', () => {
  const had = (agenda: Agenda) => withLastPrompt(agenda, utc(mondayPrompt));

  test('gets no second one, wherever the rhythm goes', () => {
    expect(next(had(at('fri')), '2026-01-12T09:30', '2026-01-06T12:00')).toBe('2026-01-16T09:30');
    expect(next(had(at('mon', '23:00')), undefined, '2026-01-05T09:31')).toBe('2026-01-12T23:00');
    expect(next(had(at('sun', '23:30')), undefined, '2026-01-05T09:31')).toBe('2026-01-18T23:30');
  });

  test('is that of the team’s clock as it is now', () => {
    const sunday = utc('2026-01-04T23:30');
    const inUtc = withLastPrompt(at('mon'), sunday);
    expect(next(inUtc, undefined, '2026-01-04T23:31')).toBe(mondayPrompt);
    const inTokyo = withLastPrompt({ ...at('mon', '23:00'), timezone: 'Asia/Tokyo' }, sunday);
    expect(next(inTokyo, undefined, '2026-01-04T23:31')).toBe('2026-01-12T14:00');
  });

  test('is not known of where there was none, or where prompts are off', () => {
    expect(withLastPrompt(weekly, undefined)).toBe(weekly);
    expect(withLastPrompt(off, utc(mondayPrompt))).toBe(off);
  });
});

describe('a pulse that was planned', () => {
  test('follows the rhythm, for it has its spacing', () => {
    const agenda: Agenda = {
      ...weekly,
      opening: { rhythm: { day: 'tue', time: '14:00' }, after: 0, skipped: [], windowHours: 48 },
    };
    const replanned = replan({
      agenda,
      kind: 'opening',
      promised: utc('2026-01-09T14:00'),
      now: utc('2026-01-07T12:00'),
    });
    expect(replanned).toBe(utc('2026-01-13T14:00'));
  });
});

describe('what comes after a slot', () => {
  const prompt = slot({ instant: utc(mondayPrompt) });
  const following = (agenda: Agenda | undefined, isRun: boolean, now = prompt.instant + HOUR) => {
    const instant = nextAfter(prompt, agenda, { now, isRun });
    return instant === undefined ? 'none' : new Date(instant).toISOString().slice(0, 16);
  };

  test('is the next of its rhythm', () => {
    expect(following(weekly, true)).toBe('2026-01-12T09:30');
  });

  test('is in a later week where it was handed on, although the rhythm has moved to later in this one', () => {
    expect(following(at('tue'), true)).toBe('2026-01-13T09:30');
    expect(following(at('mon', '23:30'), true)).toBe('2026-01-12T23:30');
  });

  test('may still be in this week where it did not run', () => {
    expect(following(at('tue'), false)).toBe('2026-01-06T09:30');
  });

  test('is not a week that was missed, however late the slot is', () => {
    expect(following(weekly, false, utc('2026-02-04T12:00'))).toBe('2026-02-09T09:30');
  });

  test('may be due as well, where its time came while the slot was late', () => {
    const sunday = slot({ instant: utc('2026-01-04T23:30') });
    const then = (now: string) => nextAfter(sunday, weekly, { now: utc(now), isRun: true });
    expect(then('2026-01-05T10:00')).toBe(utc(mondayPrompt));
    expect(then('2026-01-06T09:29')).toBe(utc(mondayPrompt));
    expect(then('2026-01-06T09:30')).toBe(utc('2026-01-12T09:30'));
  });

  test('is ahead of now as a pulse: one that opens late has its spacing', () => {
    const opening = slot({ kind: 'opening', instant: utc('2026-01-06T14:00') });
    const next = nextAfter(opening, weekly, { now: utc('2026-01-07T14:00'), isRun: true });
    expect(next).toBe(utc('2026-01-14T14:00'));
  });

  test('is nothing after a closing or an upkeep, and for a team that is gone', () => {
    const now = prompt.instant;
    expect(nextAfter({ ...prompt, kind: 'closing' }, weekly, { now, isRun: true })).toBeUndefined();
    expect(nextAfter({ ...prompt, kind: 'upkeep' }, weekly, { now, isRun: true })).toBeUndefined();
    expect(following(undefined, true)).toBe('none');
  });
});
