import { describe, expect, test } from 'vitest';
import { formValues } from '../../playground/form-values.ts';
import { handOverForm } from '../../src/practice/hand-over-form.ts';
import { checkInErrors, handOverFields, readHandOver } from '../../src/practice/hand-over-input.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { formState } from '../../src/team/settings-input.ts';
import { formOf } from './hand-overs.ts';

const { errors: words } = practiceWords('en').handOver;
const noon = Date.UTC(2026, 0, 5, 12);

/** What Slack sends of the form, filled in well but for `changed`, by block id. */
function state(changed: { readonly [block: string]: string | null } = {}) {
  const form = handOverForm(formOf());
  const entered = { 'hand-over-to': 'UBEN', 'hand-over-outcome': 'A list we trust', ...changed };
  return formState.parse(formValues(JSON.parse(JSON.stringify(form)), entered));
}

const errors = (changed: { readonly [block: string]: string | null }) => {
  const read = readHandOver(state(changed), 'UANN', formOf());
  return 'errors' in read ? read.errors : {};
};

describe('the form of a hand-over', () => {
  test('gives what was entered, and what it offered where nothing was', () => {
    expect(readHandOver(state(), 'UANN', formOf())).toEqual({
      input: {
        receiver: 'UBEN',
        outcome: 'A list we trust',
        context: '',
        latitude: 'propose-first',
        checkIn: '2026-01-12',
      },
    });
  });

  test('keeps lines and emoji, and takes away what nobody sees', () => {
    const read = readHandOver(
      state({ 'hand-over-context': '  one\r\ntwo 🎉\u202E\u0000 ' }),
      'UANN',
      formOf(),
    );
    expect(read).toMatchObject({ input: { context: 'one\ntwo 🎉' } });
  });

  test('keeps what it offered where a client sends only what was touched, but not what was emptied', () => {
    const offered = formOf({ outcome: 'Offered', context: 'Offered too' });
    const touched = formState.parse({ 'hand-over-to': { 'hand-over-to': { selected_user: 'UBEN' } } });
    expect(readHandOver(touched, 'UANN', offered)).toMatchObject({
      input: { outcome: 'Offered', context: 'Offered too', checkIn: '2026-01-12' },
    });
    const emptied = state({ 'hand-over-context': null });
    expect(readHandOver(emptied, 'UANN', offered)).toMatchObject({ input: { context: '' } });
  });

  test('wants an outcome that one can see, of at most 300 characters', () => {
    for (const nothing of [null, '   ', '\u200B\u2060', '\u202E'])
      expect(errors({ 'hand-over-outcome': nothing })).toEqual({ [handOverFields.outcome]: words.empty });
    expect(errors({ 'hand-over-outcome': '😀'.repeat(300) })).toEqual({});
    expect(errors({ 'hand-over-outcome': '😀'.repeat(301) })).toEqual({
      [handOverFields.outcome]: words.tooLong(301, 300),
    });
  });

  test('takes no context, or one of at most 600 characters', () => {
    expect(errors({ 'hand-over-context': null })).toEqual({});
    expect(errors({ 'hand-over-context': 'x'.repeat(600) })).toEqual({});
    expect(errors({ 'hand-over-context': 'x'.repeat(601) })).toEqual({
      [handOverFields.context]: words.tooLong(601, 600),
    });
  });

  test('wants somebody else', () => {
    expect(errors({ 'hand-over-to': null })).toEqual({ [handOverFields.to]: words.nobody });
    expect(errors({ 'hand-over-to': 'UANN' })).toEqual({ [handOverFields.to]: words.self });
  });

  test('takes no latitude that it did not offer', () => {
    const forged = { ...state(), [handOverFields.latitude]: {} };
    const chosen = { selected_option: { value: 'micromanaged' } };
    const read = readHandOver(
      { ...forged, [handOverFields.latitude]: { [handOverFields.latitude]: chosen } },
      'UANN',
      formOf(),
    );
    expect(read).toEqual({ errors: { [handOverFields.latitude]: words.latitude } });
  });

  test('tells everything that is wrong at once', () => {
    const wrong = { 'hand-over-to': 'UANN', 'hand-over-outcome': ' ', 'hand-over-context': 'x'.repeat(700) };
    expect(Object.keys(errors(wrong)).sort()).toEqual([
      handOverFields.context,
      handOverFields.outcome,
      handOverFields.to,
    ]);
  });
});

describe('the day of the first check-in', () => {
  const at = (date: string, timezone = 'UTC') => checkInErrors(date, { now: noon, timezone }, 'en');

  test('is refused in words where it is none, has been, is today or is too far', () => {
    expect(at('2026-01-06')).toEqual({});
    expect(at('')).toEqual({ [handOverFields.checkIn]: words['not-a-date'] });
    expect(at('2026-01-05')).toEqual({ [handOverFields.checkIn]: words['not-after-today'] });
    expect(at('2027-01-05')).toEqual({ [handOverFields.checkIn]: words.tooFar('Tuesday 5 May') });
  });

  test('goes by the giver’s calendar', () => {
    expect(at('2026-01-06', 'Pacific/Kiritimati')).toEqual({
      [handOverFields.checkIn]: words['not-after-today'],
    });
  });
});
