import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formValues } from '../../playground/form-values.ts';
import { weekdays } from '../../src/calendar/rhythm.ts';
import { locales } from '../../src/locale.ts';
import { settingsForm } from '../../src/team/settings-form.ts';
import { formState, readSettings } from '../../src/team/settings-input.ts';
import { formMetadata, parseFormMetadata } from '../../src/team/settings-metadata.ts';
import { MOST_MANAGERS, MOST_SKIP_DATES, type Settings, tracks, windowHours } from '../../src/team/team.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { formFor, questions, settings } from './teams.ts';

const ofSubject = (subject: string) =>
  fc.constantFrom(...questions.filter(({ about }) => about === subject).map(({ id }) => id));
const rhythms = fc.record({
  day: fc.constantFrom(...weekdays),
  time: fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16)),
});
const dates = fc
  .integer({ min: 0, max: 3_000 })
  .map((day) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
const users = fc
  .integer({ min: 0, max: 10 ** 10 - 1 })
  .map((number) => `U${String(number).padStart(10, '0')}`);

/** Any settings a team can have. */
const anySettings: fc.Arbitrary<Settings> = fc.record({
  locale: fc.constantFrom(...locales),
  managers: fc.uniqueArray(users, { minLength: 1, maxLength: MOST_MANAGERS }),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Argentina/ComodRivadavia'),
  prompt: rhythms,
  pulse: rhythms,
  windowHours: fc.constantFrom(...windowHours),
  cadence: fc.constantFrom('weekly', 'two-weekly'),
  questions: fc.record({
    workload: ofSubject('workload'),
    asking: ofSubject('asking'),
    delegation: ofSubject('delegation'),
  }),
  tracks: fc.subarray([...tracks], { minLength: 1 }),
  skipDates: fc.uniqueArray(dates, { maxLength: MOST_SKIP_DATES }).map((list) => list.sort()),
  audience: fc.constantFrom('everyone', 'managers'),
  readoutNotice: fc.constantFrom('on', 'off'),
  minimumAnswers: fc.integer({ min: 5, max: 100 }),
});

/** The form as Slack sends it back when nobody touched it: every field with its initial value. */
const untouched = (offered: Settings) => formState.parse(formValues(asJson(formFor(offered)), {}));

/** A view as it travels. */
const asJson = (form: object) => JSON.parse(JSON.stringify(form));

const metadataOf = (offered: Settings) =>
  formMetadata({ team: { workspace: 'T0123456789', channel: 'C0123456789' }, isNew: false, offered });

describe('the settings form', () => {
  test('keeps to Slack’s limits, whatever the settings', () => {
    fc.assert(
      fc.property(anySettings, (offered) => {
        const form = { ...formFor(offered), private_metadata: metadataOf(offered) };
        expect(problemsOf('modal', form)).toEqual([]);
      }),
      { verbose: 1 },
    );
  });

  test('that nobody touched gives the settings it offered', () => {
    fc.assert(
      fc.property(anySettings, (offered) => {
        expect(readSettings(untouched(offered), offered)).toEqual({ settings: offered });
      }),
      { verbose: 1 },
    );
  });

  test('gives them too where the client sends only empty fields of what nobody touched', () => {
    fc.assert(
      fc.property(anySettings, (offered) => {
        expect(readSettings({ managers: { managers: {} } }, offered)).toEqual({ settings: offered });
      }),
      { verbose: 1 },
    );
  });

  test('brings back which team it is for and what it offered', () => {
    fc.assert(
      fc.property(anySettings, (offered) => {
        expect(parseFormMetadata(metadataOf(offered))?.offered).toEqual(offered);
      }),
      { verbose: 1 },
    );
  });

  test('asks in one place for each setting, under the name its errors use', () => {
    const ids = formFor(settings()).blocks.flatMap((block) =>
      block.type === 'input'
        ? [[block.block_id, Reflect.get(Object(Reflect.get(block, 'element')), 'action_id')]]
        : [],
    );
    expect(ids.length).toBe(17);
    expect(ids.every(([block, action]) => block === action)).toBe(true);
    expect(new Set(ids.map(([block]) => block)).size).toBe(ids.length);
  });

  test('offers every half hour, and the time in use where it is another one', () => {
    const times = JSON.stringify(formFor(settings({ prompt: { day: 'mon', time: '09:41' } })));
    expect(times).toContain('"09:41"');
    expect(times).toContain('"23:30"');
    expect(JSON.stringify(formFor(settings()))).not.toContain('"09:41"');
  });

  test('offers no fewer answers than are needed now', () => {
    const minimum = formFor(settings({ minimumAnswers: 9 })).blocks.find(
      ({ block_id }) => block_id === 'minimum',
    );
    const values = [...JSON.stringify(minimum).matchAll(/"value":"(\d+)"/g)].map(([, value]) =>
      Number(value),
    );
    expect(Math.min(...values)).toBe(9);
  });

  test('starts a team where there is none, and saves where there is one', () => {
    const saved = settingsForm({ settings: settings(), questions, metadata: '{}', isNew: false });
    expect([formFor(settings()).submit?.text, saved.submit?.text]).toEqual(['Start', 'Save']);
  });
});

test.each(['', '{}', 'null', '[]', 'not json', '{"team":{"workspace":"T1","channel":"C1"},"offered":{}}'])(
  'metadata that is not ours is refused: %s',
  (text) => {
    expect(parseFormMetadata(text)).toBeUndefined();
  },
);
