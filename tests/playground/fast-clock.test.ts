import { describe, expect, it } from 'vitest';
import { createFastClock, mondayMorning, weekdayAndTime } from '../../playground/fast-clock.ts';
import { weekLength } from '../../playground/introduction.ts';
import { DAY, MINUTE, SECOND, WEEK } from '../../src/duration.ts';

describe('the clock of the playground', () => {
  it('stands still until it begins, and then runs as much faster as it was told', () => {
    let real = 5_000;
    const clock = createFastClock({ start: 0, speed: 10_080, real: () => real });
    real += MINUTE;
    expect(clock.now()).toBe(0);
    clock.begin();
    real += MINUTE;
    expect(clock.now()).toBe(WEEK);
  });

  it('does not jump back when it is told to begin twice', () => {
    let real = 0;
    const clock = createFastClock({ start: 0, speed: 2, real: () => real });
    clock.begin();
    real += SECOND;
    clock.begin();
    expect(clock.now()).toBe(2 * SECOND);
  });

  it.each([
    ['Africa/Accra', '2026-01-05T08:00:00Z'],
    ['America/Denver', '2026-01-05T15:00:00Z'],
    ['Pacific/Auckland', '2026-01-04T19:00:00Z'],
  ])('begins at eight on the Monday of the week, in %s', (timezone, expected) => {
    const wednesday = Date.parse('2026-01-07T12:00:00Z');
    for (const now of [wednesday, wednesday - DAY, wednesday + 3 * DAY]) {
      expect(new Date(mondayMorning(now, timezone)).toISOString()).toBe(`${expected.slice(0, -1)}.000Z`);
    }
  });

  it('is read as a weekday and a time', () => {
    expect(weekdayAndTime(Date.UTC(2026, 0, 5, 9, 30), 'Africa/Accra')).toBe('Mon 09:30');
    expect(weekdayAndTime(Date.UTC(2026, 0, 5, 0, 5), 'America/Denver')).toBe('Sun 17:05');
  });

  it.each([
    [10_080, '60 seconds'],
    [100_000, '6 seconds'],
    [600, '17 minutes'],
    [1, '10080 minutes'],
  ])('at speed %i makes a week take %s', (speed, words) => {
    expect(weekLength(speed)).toBe(words);
  });
});
