import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormState, formState, readSettings } from '../../src/team/settings-input.ts';
import type { Settings } from '../../src/team/team.ts';
import { chose, entered, formFor, settings, typed } from './teams.ts';

const offered = settings({ skipDates: ['2026-12-25'] });

function read(...fields: FormState[]): Settings | undefined {
  const input = readSettings(Object.assign({}, ...fields), offered);
  return 'settings' in input ? input.settings : undefined;
}

function errorsOf(...fields: FormState[]): { readonly [block: string]: string } {
  const input = readSettings(Object.assign({}, ...fields), offered);
  return 'errors' in input ? input.errors : {};
}

describe('a submitted form', () => {
  test('gives what was entered, and keeps the rest', () => {
    const changed = read(
      chose('language', 'de'),
      chose('prompt-day', 'thu'),
      chose('pulse-time', '16:30'),
      chose('window', '72'),
      chose('cadence', 'two-weekly'),
      chose('audience', 'managers'),
      chose('notice', 'off'),
      chose('minimum', '7'),
      chose('question-asking', 'asked-in-time'),
      typed('timezone', '  Europe/Berlin '),
      entered('managers', { selected_users: ['UANN', 'UBEN'] }),
    );
    expect(changed).toEqual({
      ...offered,
      locale: 'de',
      prompt: { ...offered.prompt, day: 'thu' },
      pulse: { ...offered.pulse, time: '16:30' },
      windowHours: 72,
      cadence: 'two-weekly',
      audience: 'managers',
      readoutNotice: 'off',
      minimumAnswers: 7,
      questions: { ...offered.questions, asking: 'asked-in-time' },
      timezone: 'Europe/Berlin',
      managers: ['UANN', 'UBEN'],
    });
  });

  test('is refused with a language that nobody here speaks', () => {
    expect(Object.keys(errorsOf(chose('language', 'xx')))).toEqual(['prompt-day']);
  });

  test('reads dates with any separator, once each and in order', () => {
    expect(read(typed('skip-dates', '2027-01-01;2026-12-25 2026-12-24,\n2026-12-25'))?.skipDates).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2027-01-01',
    ]);
  });

  test('may empty the dates to skip', () => {
    expect(read(typed('skip-dates', null))?.skipDates).toEqual([]);
    expect(read(typed('skip-dates', ''))?.skipDates).toEqual([]);
  });

  test('keeps the timezone that was offered where the field came back empty', () => {
    expect(read(typed('timezone', null))?.timezone).toBe('UTC');
    expect(read(typed('timezone', '   '))?.timezone).toBe('UTC');
  });

  test('has the tracks in our order, whatever the order of ticking, and never none', () => {
    const ticked = (...values: string[]) =>
      read(entered('tracks', { selected_options: values.map((value) => ({ value })) }))?.tracks;
    expect(ticked('asking-for-help', 'delegation')).toEqual(['delegation', 'asking-for-help']);
    expect(ticked('asking-for-help')).toEqual(['asking-for-help']);
    expect(ticked()).toEqual(['delegation', 'asking-for-help']);
  });
});

describe('a form with mistakes says at the field', () => {
  test.each(['Berlin', 'Mars/Olympus_Mons', '+02:00', '<!channel>'])(
    'that the timezone %s is not known',
    (zone) => {
      expect(Object.keys(errorsOf(typed('timezone', zone)))).toEqual(['timezone']);
    },
  );

  test.each(['2026-02-31', 'christmas', '2026-12-24, 25.12.2026'])('that “%s” is not a date', (text) => {
    const errors = errorsOf(typed('skip-dates', text));
    expect(Object.keys(errors)).toEqual(['skip-dates']);
    expect(errors['skip-dates']).toMatch(/is not a date\. Write dates as 2026-12-25/);
  });

  test('that there are too many dates', () => {
    const many = Array.from({ length: 41 }, (_, day) =>
      new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
    );
    expect(errorsOf(typed('skip-dates', many.join(' ')))).toEqual({
      'skip-dates': 'That is 41 dates. At most 40 fit here.',
    });
    expect(read(typed('skip-dates', many.slice(1).join(' ')))?.skipDates).toHaveLength(40);
  });

  test('that somebody has to manage, and how many may', () => {
    const chosen = (count: number) =>
      errorsOf(entered('managers', { selected_users: Array.from({ length: count }, (_, at) => `U${at}`) }));
    expect(chosen(0)).toEqual({ managers: 'Choose at least one manager.' });
    expect(chosen(21)).toEqual({ managers: 'Choose at most 20 managers.' });
    expect(chosen(20)).toEqual({});
  });

  test('everything that is wrong at once', () => {
    const errors = errorsOf(
      typed('timezone', 'Nowhere'),
      typed('skip-dates', 'never'),
      entered('managers', { selected_users: [] }),
    );
    expect(Object.keys(errors).sort()).toEqual(['managers', 'skip-dates', 'timezone']);
  });

  test.each([
    ['prompt-day', 'someday'],
    ['pulse-time', '25:99'],
    ['window', '1'],
    ['window', 'long'],
    ['cadence', 'daily'],
    ['minimum', '4'],
    ['minimum', '-1'],
    ['audience', 'the-boss'],
    ['question-workload', '<!channel>'],
  ])('what cannot have come from it: %s is %s', (block, value) => {
    expect(Object.keys(errorsOf(chose(block, value)))).toEqual(['prompt-day']);
  });

  test('nothing at fields it does not have: every error has its block, whatever comes in', () => {
    const blocks = new Set(formFor(offered).blocks.map(({ block_id }) => block_id));
    const field = fc.record(
      {
        value: fc.option(fc.string()),
        selected_option: fc.option(fc.record({ value: fc.string() })),
        selected_options: fc.array(fc.record({ value: fc.string() })),
        selected_users: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    );
    const states = fc
      .uniqueArray(fc.constantFrom(...blocks))
      .chain((ids) =>
        fc.tuple(...ids.map((id) => field.map((value) => [id ?? '', { [id ?? '']: value }] as const))),
      );
    fc.assert(
      fc.property(states, (fields) => {
        const input = readSettings(formState.parse(Object.fromEntries(fields)), offered);
        const errors = 'errors' in input ? Object.entries(input.errors) : [];
        for (const [block, sentence] of errors) {
          expect(blocks).toContain(block);
          expect(sentence.length).toBeGreaterThan(10);
          expect(sentence.length).toBeLessThan(200);
        }
        expect(errors.length > 0 || 'settings' in input).toBe(true);
      }),
      { verbose: 1, numRuns: 500 },
    );
  });
});

test.each([null, 'text', 7, { 'prompt-day': 'mon' }, { managers: { managers: { selected_users: [7] } } }])(
  'a state that is no form is refused: %j',
  (state) => {
    expect(formState.safeParse(state).success).toBe(false);
  },
);
