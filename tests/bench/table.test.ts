import { describe, expect, test } from 'vitest';
import { median, medianRatio, percentile } from '../../bench/statistics.ts';
import { number, tableOf } from '../../bench/table.ts';

describe('the table', () => {
  test('has a line a row, ratios in columns of their own, and says of each goal whether it is met', () => {
    const goals = [
      { text: '≥ 1.5 × b', isMet: true },
      { text: '≥ 0.6 × a', isMet: false },
    ];
    const lines = tableOf([
      { what: 'ours', measured: '3,000 a second', timesBolt: 1.501, timesBare: 0.5, goals },
      { what: 'a team', measured: '9 bytes' },
    ]).split('\n');
    expect(lines).toEqual([
      '        measured        ÷ plain Bolt  ÷ bare  goal',
      '──────  ──────────────  ────────────  ──────  ───────────────────────────────────',
      'ours    3,000 a second  1.50 ×        0.50 ×  ≥ 1.5 × b: met · ≥ 0.6 × a: NOT MET',
      'a team  9 bytes',
    ]);
  });

  test('writes numbers as people do', () => {
    expect([number(1234567), number(0.126, 2), number(5, 1)]).toEqual(['1,234,567', '0.13', '5.0']);
  });
});

describe('what many rounds say', () => {
  test('is the one in the middle, whatever their order', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow('nothing was measured');
  });

  test('is so late that only a share is later', () => {
    const hundred = Array.from({ length: 101 }, (_, value) => value);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([
      50, 99, 100,
    ]);
    expect(percentile([1, Number.POSITIVE_INFINITY], 1)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is compared round by round, so that a busy minute counts for both', () => {
    expect(medianRatio([10, 1, 12], [5, 0.5, 6])).toBe(2);
  });
});
