import { describe, expect, test } from 'vitest';
import { onlyChanged, settingsChanges } from '../../src/team/settings-changes.ts';
import type { Settings } from '../../src/team/team.ts';
import { settingsChanged } from '../../src/team/team-announcements.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { settings } from './teams.ts';

const before = settings();
const changes = (one: Settings, other: Settings) => settingsChanges(one, other, (id) => `title of ${id}`);

describe('a change in words', () => {
  const different: readonly (readonly [string, Partial<Settings>])[] = [
    ['Sprache: English → Deutsch', { locale: 'de' }],
    ['prompt: Monday 9:30 → Tuesday 10:00', { prompt: { day: 'tue', time: '10:00' } }],
    ['pulse: Wednesday 14:00 → Friday 8:05', { pulse: { day: 'fri', time: '08:05' } }],
    ['pulse stays open: 48 hours → 24 hours', { windowHours: 24 }],
    ['timezone: UTC → Asia/Tokyo', { timezone: 'Asia/Tokyo' }],
    ['managers: <@UANN> → <@UBEN>, <@UCAT>', { managers: ['UBEN', 'UCAT'] }],
    ['pulse comes: every week → every two weeks', { cadence: 'two-weekly' }],
    ['tracks: Delegation, Asking for help → Delegation', { tracks: ['delegation'] }],
    ['dates to skip: none → 2026-12-25', { skipDates: ['2026-12-25'] }],
    ['readouts are for: everyone in the channel → managers only', { audience: 'managers' }],
    ['message to managers when a readout is out: yes → no', { readoutNotice: 'off' }],
    ['minimum answers: 5 → 8', { minimumAnswers: 8 }],
  ];

  test.each(different)('%s', (sentence, change) => {
    expect(changes(before, settings(change))).toEqual([sentence]);
  });

  test('names the questions that were exchanged by their titles, and no others', () => {
    const { workload, asking } = before.questions;
    const other = { ...before.questions, asking: 'other-id' };
    expect(changes(before, settings({ questions: other }))).toEqual([
      `question about asking for help: “title of ${asking}” → “title of other-id”`,
    ]);
    expect(changes(before, settings({ questions: { ...other, workload: 'new-id' } }))).toEqual([
      `question about workload: “title of ${workload}” → “title of new-id”`,
      `question about asking for help: “title of ${asking}” → “title of other-id”`,
    ]);
  });

  test('is nothing where nothing changed', () => {
    expect(changes(before, settings())).toEqual([]);
  });

  test('nothing about a team changes in secret: every setting has its words', () => {
    const everything = Object.assign({}, ...different.map(([, change]) => change));
    expect(Object.keys(everything).sort()).toEqual(
      Object.keys(before)
        .filter((name) => name !== 'questions')
        .sort(),
    );
  });

  test('fits into one message even where everything changes at once', () => {
    const people = (letter: string) =>
      Array.from({ length: 20 }, (_, at) => `U${letter}${String(at).padStart(9, '0')}`);
    const dates = (year: number) =>
      Array.from({ length: 40 }, (_, at) => `${year}-01-${String(at).padStart(2, '0')}`);
    const most = Object.assign({}, ...different.map(([, change]) => change));
    const one = settings({ managers: people('A'), skipDates: dates(2026) });
    const other = settings({ ...most, managers: people('B'), skipDates: dates(2027) });
    expect(problemsOf('message', settingsChanged('UANN', changes(one, other), 'en'))).toEqual([]);
  });
});

describe('two forms open at the same time', () => {
  test('each change only what was changed in them', () => {
    const now = settings({ audience: 'managers', minimumAnswers: 8 });
    const wanted = settings({ windowHours: 24 });
    expect(onlyChanged({ now, offered: before, wanted })).toEqual({ ...now, windowHours: 24 });
  });

  test('the later one wins where both changed the same', () => {
    const now = settings({ windowHours: 72 });
    expect(onlyChanged({ now, offered: before, wanted: settings({ windowHours: 24 }) }).windowHours).toBe(24);
  });

  test('the person who takes over is the manager, although the form offered just that', () => {
    const now = settings({ managers: [] });
    const offered = settings({ managers: ['UBEN'] });
    expect(onlyChanged({ now, offered, wanted: offered }).managers).toEqual(['UBEN']);
  });
});
