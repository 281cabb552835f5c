import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdays } from '../../src/calendar/rhythm.ts';
import { locales } from '../../src/locale.ts';
import { rhythmName } from '../../src/team/names.ts';
import { parseRhythm } from '../../src/team/parse-words.ts';
import { teamWords } from '../../src/team/words/index.ts';

describe('a day and a time as people type them', () => {
  test.each([
    ['mon', '9:30', 'mon', '09:30'],
    ['Monday', '09:30', 'mon', '09:30'],
    ['TUES', '0:00', 'tue', '00:00'],
    ['thurs', '23:59', 'thu', '23:59'],
    ['Wednes', '14.00', 'wed', '14:00'],
    ['sat', '7:05', 'sat', '07:05'],
    ['Montag', '9:30', 'mon', '09:30'],
    ['die', '9:30', 'tue', '09:30'],
    ['Mi', '14.00', 'wed', '14:00'],
    ['do', '9:30', 'thu', '09:30'],
    ['SONNTAG', '9:30', 'sun', '09:30'],
  ])('%s %s is understood', (day, time, expectedDay, expectedTime) => {
    expect(parseRhythm(day, time)).toEqual({ day: expectedDay, time: expectedTime });
  });

  test.each([
    ['xyz', '25:99'],
    ['mon', '24:00'],
    ['mon', '9:60'],
    ['mon', '930'],
    ['mon', '9:5'],
    ['mon', '-1:00'],
    ['mon', '9:30pm'],
    ['m', '9:30'],
    ['mondayy', '9:30'],
    ['montags', '9:30'],
    ['lundi', '9:30'],
    ['md', '9:30'],
    ['', ''],
    ['mon', ''],
    ['9:30', 'mon'],
    ['.*', '9:30'],
  ])('“%s %s” is not', (day, time) => {
    expect(parseRhythm(day, time)).toBeUndefined();
  });

  test('two letters and more of a day’s name mean one day only, whatever the language', () => {
    const names = locales.flatMap((locale) =>
      weekdays.map((day) => ({ day, name: teamWords(locale).names.days[day].toLowerCase() })),
    );
    for (const { day, name } of names)
      for (const other of names.filter((named) => named.day !== day))
        expect(other.name.slice(0, 2), `${name} and ${other.name}`).not.toBe(name.slice(0, 2));
  });

  test('what we write ourselves is understood again', () => {
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(fc.constantFrom(...weekdays), times, (day, time) => {
        const [name = '', clock = ''] = rhythmName({ day, time }, 'en').split(' ');
        expect(name).toBe(teamWords('en').names.days[day]);
        expect(parseRhythm(name, clock)).toEqual({ day, time });
      }),
      { verbose: 1 },
    );
  });

  test('no text at all makes it throw, or gives a time that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (day, time) => {
        const parsed = parseRhythm(day, time);
        expect(parsed === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(parsed.time)).toBe(true);
      }),
      { verbose: 1 },
    );
  });
});
