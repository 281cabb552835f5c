import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecentlySeen } from '../../src/slack/recently-seen.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('what was seen', () => {
  test('is remembered for its span, and forgotten within three', () => {
    const seen = createRecentlySeen({ span: 100, most: 10 });
    expect(seen.isFirst('one', 1_050)).toBe(true);
    for (const now of [1_050, 1_149, 1_150]) expect(seen.isFirst('one', now)).toBe(false);
    expect(seen.isFirst('one', 1_351)).toBe(true);
  });

  test('is forgotten after a long silence', () => {
    const seen = createRecentlySeen({ span: 100, most: 10 });
    seen.isFirst('one', 0);
    expect(seen.isFirst('one', 10_000)).toBe(true);
  });

  test('makes way early where there is too much of it, the oldest first', () => {
    const seen = createRecentlySeen({ span: 1_000, most: 3 });
    for (const name of ['1', '2', '3', '4', '5', '6']) expect(seen.isFirst(name, 0)).toBe(true);
    expect(seen.isFirst('4', 0)).toBe(false);
    for (const name of ['7', '8', '9']) seen.isFirst(name, 0);
    expect(seen.isFirst('1', 0)).toBe(true);
  });

  test('is new again once it was taken back, from either half', () => {
    const seen = createRecentlySeen({ span: 100, most: 10 });
    for (const [name, later] of [
      ['one', 0],
      ['two', 120],
    ] as const) {
      seen.isFirst(name, 0);
      seen.isFirst('another', later);
      seen.forget(name);
      expect(seen.isFirst(name, later)).toBe(true);
    }
  });

  test(`is never taken for new within its span, whatever comes in between (seed ${seed})`, () => {
    const step = fc.record({ name: fc.integer({ min: 0, max: 20 }), after: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const seen = createRecentlySeen({ span: 100, most: 1_000 });
        const firsts = new Map<number, number>();
        let now = 0;
        for (const { name, after } of steps) {
          now += after;
          const isFirst = seen.isFirst(String(name), now);
          const known = firsts.get(name);
          if (known !== undefined && now - known <= 100) expect(isFirst).toBe(false);
          if (known === undefined || now - known > 300) expect(isFirst).toBe(true);
          if (isFirst) firsts.set(name, now);
        }
      }),
      { seed },
    );
  });
});
