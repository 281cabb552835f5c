import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../src/home/pages.ts';

const weightOf = (weight: number) => weight;
const pageFrom = (weights: readonly number[], page: number, most = 10) =>
  pageOf(weights, page, { most, weightOf });

describe('pages', () => {
  test('are filled up before another begins', () => {
    expect(pageFrom([4, 4, 2, 9, 1, 1], 0)).toEqual({ items: [4, 4, 2], page: 0, pages: 3 });
    expect(pageFrom([4, 4, 2, 9, 1, 1], 1).items).toEqual([9, 1]);
    expect(pageFrom([4, 4, 2, 9, 1, 1], 2).items).toEqual([1]);
  });

  test('are there from the first to the last: asked for another, it is the nearest', () => {
    expect(pageFrom([9, 9], 99).page).toBe(1);
    expect(pageFrom([9, 9], -1).page).toBe(0);
  });

  test('are one, and empty, where there is nothing', () => {
    expect(pageFrom([], 3)).toEqual({ items: [], page: 0, pages: 1 });
  });

  test('take what is too heavy for any by itself', () => {
    expect(pageFrom([1, 12, 1], 1)).toEqual({ items: [12], page: 1, pages: 3 });
  });

  test('have everything once, in order, and none is too heavy', () => {
    const some = fc.array(fc.integer({ min: 1, max: 10 }));
    const holds = (weights: readonly number[]) => {
      const { pages } = pageFrom(weights, 0);
      const all = Array.from({ length: pages }, (_, page) => pageFrom(weights, page).items);
      expect(all.flat()).toEqual(weights);
      for (const items of all) expect(items.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10);
    };
    fc.assert(fc.property(some, holds));
  });
});
