import { describe, expect, test } from 'vitest';
import { defaultSettings, newTeam } from '../../src/team/default-settings.ts';
import {
  isDate,
  isManager,
  isTimezone,
  mayManage,
  settingsSchema,
  teamStateSchema,
} from '../../src/team/team.ts';
import { enrolled, settings, team } from './teams.ts';

describe('the settings of a new team', () => {
  const offered = settings();

  test('are those the product names', () => {
    expect(offered).toMatchObject({
      managers: ['UANN'],
      prompt: { day: 'mon', time: '09:30' },
      pulse: { day: 'wed', time: '14:00' },
      windowHours: 48,
      cadence: 'weekly',
      tracks: ['delegation', 'asking-for-help'],
      skipDates: [],
      audience: 'everyone',
      readoutNotice: 'on',
      minimumAnswers: 5,
    });
  });

  test('can be stored and read again', () => {
    const state = newTeam(offered, enrolled);
    expect(teamStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test('are in the timezone of whoever enrols, or UTC where this machine does not know that one', () => {
    const inTimezone = (timezone: string) =>
      defaultSettings({ locale: 'en', manager: 'UANN', timezone, questions: offered.questions }).timezone;
    expect(inTimezone('Asia/Kolkata')).toBe('Asia/Kolkata');
    expect(inTimezone('Mars/Olympus_Mons')).toBe('UTC');
  });
});

describe('settings that cannot be', () => {
  test.each([
    ['a threshold below the floor', { minimumAnswers: 4 }],
    ['a threshold that is no whole number', { minimumAnswers: 5.5 }],
    ['a window that is not offered', { windowHours: 12 }],
    ['an impossible time', { prompt: { day: 'mon', time: '25:99' } }],
    ['a time without its leading zero', { prompt: { day: 'mon', time: '9:30' } }],
    ['an unknown day', { pulse: { day: 'someday', time: '09:30' } }],
    ['an unknown timezone', { timezone: 'Mars/Olympus_Mons' }],
    ['a timezone that is an offset', { timezone: '+01:00' }],
    ['no track at all', { tracks: [] }],
    ['an unknown track', { tracks: ['gardening'] }],
    ['a date that does not exist', { skipDates: ['2026-02-31'] }],
    ['a manager who is not a user id', { managers: ['<!channel>'] }],
    ['a question that is no id', { questions: { workload: '<!channel>', asking: 'a', delegation: 'b' } }],
    ['more managers than a form can carry', { managers: Array.from({ length: 21 }, (_, at) => `U${at}`) }],
    ['an unknown audience', { audience: 'the-boss' }],
    ['a notice that is neither on nor off', { readoutNotice: 'maybe' }],
  ])('%s', (_, wrong) => {
    expect(settingsSchema.safeParse({ ...settings(), ...wrong }).success).toBe(false);
  });

  test('control: those from before there was a notice to managers, who get one', () => {
    const { readoutNotice: _, ...before } = settings();
    expect(settingsSchema.parse(before)).toEqual(settings({ readoutNotice: 'on' }));
  });

  test('control: the same settings without the mistake can be', () => {
    expect(settingsSchema.safeParse(settings()).success).toBe(true);
    expect(settingsSchema.safeParse(settings({ managers: [] })).success).toBe(true);
  });
});

describe('words that are checked', () => {
  test.each(['2026-12-24', '2028-02-29'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    '2026-02-31',
    '2027-02-29',
    '2026-13-01',
    '2026-1-1',
    '24.12.2026',
    'tomorrow',
    '',
    '2026-12-24T00:00',
  ])('“%s” is not a date', (text) => {
    expect(isDate(text)).toBe(false);
  });

  test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Kathmandu'])(
    '%s is a timezone',
    (text) => {
      expect(isTimezone(text)).toBe(true);
    },
  );

  test.each(['Berlin', 'Europe/Atlantis', '+02:00', '', ' ', '<!channel>', 'UTC[x]'])(
    '“%s” is not a timezone',
    (text) => {
      expect(isTimezone(text)).toBe(false);
    },
  );
});

describe('who may manage', () => {
  test('is a manager, and nobody else', () => {
    expect([isManager(team(), 'UANN'), mayManage(team(), 'UANN')]).toEqual([true, true]);
    expect([isManager(team(), 'UBEN'), mayManage(team(), 'UBEN')]).toEqual([false, false]);
  });

  test('is anyone once nobody manages, without being a manager for that', () => {
    const left = team({}, { managers: [] });
    expect([isManager(left, 'UBEN'), mayManage(left, 'UBEN')]).toEqual([false, true]);
  });
});
