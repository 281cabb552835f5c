import { describe, expect, test } from 'vitest';
import { type Counts, practiceTrend, weekOf, weeksBefore } from '../../src/practice/counts.ts';

const at = (text: string) => Date.parse(text);
const week = '2026-W20';

/** So many asks (and hand-overs) in each week before `week`, the latest first. */
const counted = (asks: readonly number[], taken: readonly number[] = []): Counts =>
  new Map(
    Array.from({ length: 8 }, (_, ago) => [
      weeksBefore(week, ago + 1),
      { asks: asks[ago] ?? 0, taken: taken[ago] ?? 0 },
    ]),
  );

describe('the week of an instant', () => {
  test.each([
    ['2026-01-05T00:00Z', 'UTC', '2026-W02'],
    ['2026-01-04T23:59Z', 'UTC', '2026-W01'],
    ['2026-01-04T23:59Z', 'Europe/Berlin', '2026-W02'],
    ['2026-01-05T04:59Z', 'America/New_York', '2026-W01'],
    ['2025-12-29T12:00Z', 'UTC', '2026-W01'],
    ['2021-01-03T12:00Z', 'UTC', '2020-W53'],
    ['2027-01-01T12:00Z', 'UTC', '2026-W53'],
  ])('%s in %s is %s', (instant, timezone, name) => {
    expect(weekOf(at(instant), timezone)).toBe(name);
  });

  test('weeks before it are found by its name, over the turn of years with 52 and 53 weeks', () => {
    expect(weeksBefore('2026-W03', 2)).toBe('2026-W01');
    expect(weeksBefore('2026-W01', 1)).toBe('2025-W52');
    expect(weeksBefore('2021-W01', 1)).toBe('2020-W53');
    expect(weeksBefore('2026-W02', 0)).toBe('2026-W02');
    for (let weeks = 1; weeks < 60; weeks += 1)
      expect(weeksBefore(weeksBefore('2021-W05', weeks - 1), 1)).toBe(weeksBefore('2021-W05', weeks));
  });
});

describe('the trend of a practice', () => {
  test.each([
    ['up', [2, 2, 1, 1, 1, 1, 1, 1]],
    ['same', [2, 1, 1, 1, 1, 1, 1, 1]],
    ['down', [1, 1, 1, 1, 2, 2, 1, 1]],
    ['up', [3, 3, 0, 0, 0, 0, 0, 0]],
    ['down', [0, 0, 0, 0, 3, 3, 0, 0]],
  ])('is %s for %j asks, the latest week first', (direction, asks) => {
    expect(practiceTrend(counted(asks), week)).toEqual({ counter: 'asks', direction });
  });

  test('is not told where there were too few to say anything', () => {
    expect(practiceTrend(new Map(), week)).toBeUndefined();
    expect(practiceTrend(counted([5]), week)).toBeUndefined();
    expect(practiceTrend(counted([1, 1, 1, 0, 1, 1]), week)).toBeUndefined();
  });

  test('leaves the present week out, which is not over, and everything older than eight', () => {
    const counts = new Map([
      ...counted([1, 1, 1, 1, 1, 1, 1, 1]),
      [week, { asks: 50 }],
      ['2026-W11', { asks: 50 }],
    ]);
    expect(practiceTrend(counts, week)).toEqual({ counter: 'asks', direction: 'same' });
  });

  test('is that of the hand-overs where asks have not changed, or are too few', () => {
    const more = [3, 3, 3, 3, 1, 1, 1, 1];
    const steady = [1, 1, 1, 1, 1, 1, 1, 1];
    expect(practiceTrend(counted(steady, more), week)).toEqual({ counter: 'taken', direction: 'up' });
    expect(practiceTrend(counted([], more), week)).toEqual({ counter: 'taken', direction: 'up' });
    expect(practiceTrend(counted(more, more), week)?.counter).toBe('asks');
    expect(practiceTrend(counted(steady, steady), week)).toEqual({ counter: 'asks', direction: 'same' });
  });
});
