import { describe, expect, test } from 'vitest';
import { nextOf } from '../../src/calendar/next-slot.ts';
import { DAY, MINUTE, WEEK } from '../../src/duration.ts';
import { agendaOf, isTooSoon, isTwoWeekly, type LastPulse, pauseAt } from '../../src/team/agenda.ts';
import type { Team } from '../../src/team/team.ts';
import { enrolled, team } from './teams.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

/** The next prompt and opening of a team as UTC text, to the minute. */
function plan(of: Team, now: string, last?: LastPulse) {
  const agenda = agendaOf(of, last);
  const [prompt, opening] = (['prompt', 'opening'] as const).map((kind) => {
    const instant = nextOf(agenda, kind, utc(now));
    return instant === undefined ? 'none' : new Date(instant).toISOString().slice(0, 16);
  });
  return { prompt, opening };
}

const firstWeek = { prompt: '2026-01-05T09:30', opening: '2026-01-07T14:00' };

describe('a team that has just been enrolled', () => {
  test('gets its first prompt and pulse at the next day and time', () => {
    expect(plan(team(), '2026-01-05T08:00')).toEqual(firstWeek);
  });

  test('gets nothing in its first half hour', () => {
    const late = (minutes: number) => team({ enrolledAt: utc('2026-01-05T09:30') - minutes * MINUTE });
    expect(plan(late(30), '2026-01-05T09:00').prompt).toBe('2026-01-05T09:30');
    expect(plan(late(29), '2026-01-05T09:01').prompt).toBe('2026-01-12T09:30');
  });
});

describe('a pause', () => {
  test('without an end stops both kinds', () => {
    expect(plan(team({ pause: { until: null } }), '2026-01-05T08:00')).toEqual({
      prompt: 'none',
      opening: 'none',
    });
  });

  test('until a date ends at the beginning of that day', () => {
    const paused = team({ pause: { until: '2026-01-12' } });
    expect(plan(paused, '2026-01-05T08:00')).toEqual({
      prompt: '2026-01-12T09:30',
      opening: '2026-01-14T14:00',
    });
  });

  test('ends at midnight of the team, not of UTC', () => {
    const inAuckland = { timezone: 'Pacific/Auckland', prompt: { day: 'mon', time: '00:00' } } as const;
    const paused = team({ pause: { until: '2026-01-12' } }, inAuckland);
    expect(plan(paused, '2026-01-05T08:00').prompt).toBe('2026-01-11T11:00');
    expect(plan(team({ pause: { until: '2026-01-13' } }, inAuckland), '2026-01-05T08:00').prompt).toBe(
      '2026-01-18T11:00',
    );
  });

  test('in the past changes nothing', () => {
    expect(plan(team({ pause: { until: '2026-01-01' } }), '2026-01-05T08:00')).toEqual(firstWeek);
  });

  test('is in force until its end, and over from then on', () => {
    const paused = team({ pause: { until: '2026-01-12' } }, { timezone: 'America/New_York' });
    expect(pauseAt(paused, utc('2026-01-12T04:59:59'))).toEqual({ until: '2026-01-12' });
    expect(pauseAt(paused, utc('2026-01-12T05:00'))).toBeNull();
    expect(pauseAt(team({ pause: { until: null } }), utc('2036-01-01T00:00'))).toEqual({ until: null });
    expect(pauseAt(team(), enrolled)).toBeNull();
  });
});

test('a team where nothing can be posted gets nothing', () => {
  const nothing = { prompt: 'none', opening: 'none' };
  expect(plan(team({ suspended: { code: 'is_archived', since: enrolled } }), '2026-01-05T08:00')).toEqual(
    nothing,
  );
  expect(
    plan(team({ suspended: { code: 'x', since: 1 }, pause: { until: '2026-01-12' } }), '2026-01-05T08:00'),
  ).toEqual(nothing);
});

test('says whether anything can be posted', () => {
  const canPost = (of: Team) => agendaOf(of, undefined).canPost;
  expect(canPost(team())).toBe(true);
  expect(canPost(team({ pause: { until: null } }))).toBe(true);
  expect(canPost(team({ suspended: { code: 'is_archived', since: enrolled } }))).toBe(false);
});

test('a slot that is skipped takes its week along: changing the day does not bring it back', () => {
  const skipped = { prompt: [utc('2026-01-05T09:30')], opening: [utc('2026-01-07T14:00')] };
  const moved = team(
    { skipped },
    { prompt: { day: 'sun', time: '09:30' }, pulse: { day: 'fri', time: '14:00' } },
  );
  expect(plan(moved, '2026-01-05T08:00')).toEqual({
    prompt: '2026-01-18T09:30',
    opening: '2026-01-16T14:00',
  });
});

test('a slot that is skipped leaves the other kind alone', () => {
  const skipped = { prompt: [utc('2026-01-05T09:30')], opening: [] };
  expect(plan(team({ skipped }), '2026-01-05T08:00')).toEqual({ ...firstWeek, prompt: '2026-01-12T09:30' });
});

describe('the spacing of pulses', () => {
  const opened = utc('2026-01-07T14:00');
  const last = (electorate: number): LastPulse => ({ openedAt: opened, electorate });
  const now = '2026-01-07T15:00';

  test('is a week for a team of eight', () => {
    expect(isTwoWeekly(team(), last(8))).toBe(false);
    expect(plan(team(), now, last(8)).opening).toBe('2026-01-14T14:00');
  });

  test('is two weeks for a team of seven, and for every team that wants it so', () => {
    expect(isTwoWeekly(team(), last(7))).toBe(true);
    expect(plan(team(), now, last(7)).opening).toBe('2026-01-21T14:00');
    const seldom = team({}, { cadence: 'two-weekly' });
    expect(isTwoWeekly(seldom, undefined)).toBe(true);
    expect(plan(seldom, now, last(30)).opening).toBe('2026-01-21T14:00');
  });

  test('is two weeks whatever the pulse is moved to, less a day for an earlier hour', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    for (const day of days)
      for (const time of ['00:00', '13:30', '23:30']) {
        const moved = team({}, { pulse: { day, time } });
        const { opening } = plan(moved, now, last(7));
        expect(Date.parse(`${opening}Z`) - last(7).openedAt).toBeGreaterThanOrEqual(13 * DAY);
      }
  });

  test('is looked at once more when a pulse opens, and its own slot is not too soon', () => {
    const { openedAt } = last(7);
    expect(isTooSoon(team(), last(7), openedAt + 13 * DAY - 1)).toBe(true);
    expect(isTooSoon(team(), last(7), openedAt + 13 * DAY)).toBe(false);
    expect(isTooSoon(team(), last(8), openedAt + 5 * DAY - 1)).toBe(true);
    expect(isTooSoon(team(), last(8), openedAt + 5 * DAY)).toBe(false);
    expect(isTooSoon(team(), last(7), openedAt)).toBe(false);
    expect(isTooSoon(team(), undefined, openedAt)).toBe(false);
  });

  test('is not known to be two weeks before the first pulse', () => {
    expect(isTwoWeekly(team(), undefined)).toBe(false);
  });

  test('is two weeks on the hour, through a change of the clock', () => {
    const berlin = team({}, { timezone: 'Europe/Berlin', cadence: 'two-weekly' });
    const before = { openedAt: utc('2026-03-25T13:00'), electorate: 20 };
    expect(plan(berlin, '2026-03-25T14:00', before).opening).toBe('2026-04-08T12:00');
  });

  test('is five days at least, whatever the settings', () => {
    const on = (day: 'sun' | 'mon', time: string) => team({}, { pulse: { day, time } });
    expect(plan(on('sun', '14:00'), now, last(20)).opening).toBe('2026-01-18T14:00');
    expect(opened + 5 * DAY).toBe(utc('2026-01-12T14:00'));
    expect(plan(on('mon', '14:00'), now, last(20)).opening).toBe('2026-01-19T14:00');
    expect(plan(on('mon', '14:30'), now, last(20)).opening).toBe('2026-01-12T14:30');
  });

  test('does not space prompts', () => {
    expect(plan(team(), now, last(5)).prompt).toBe('2026-01-12T09:30');
  });

  test('is forgotten once it is long ago', () => {
    expect(plan(team(), '2026-03-04T12:00', { openedAt: opened - 8 * WEEK, electorate: 5 }).opening).toBe(
      '2026-03-04T14:00',
    );
  });
});
