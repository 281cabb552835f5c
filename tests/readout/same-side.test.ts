import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/readout/level.ts';
import { displayedLevel, placeOf } from '../../src/readout/same-side.ts';

const of =
  (scale: number) =>
  (position: number): Level => ({ position, scale });
const five = of(5);

/** Any level on any of the product's scales. */
const levels = fc
  .integer({ min: 2, max: 5 })
  .chain((scale) => fc.record({ position: fc.nat(scale - 1), scale: fc.constant(scale) }));

describe('the displayed level', () => {
  it('is the pulse’s own at first', () => {
    expect(displayedLevel(undefined, undefined, five(3))).toEqual(five(3));
  });

  it('does not move for one pulse alone', () => {
    expect(displayedLevel(five(1), five(1), five(4))).toEqual(five(1));
  });

  it('does not move for two that lie on different sides', () => {
    expect(displayedLevel(five(2), five(4), five(1))).toEqual(five(2));
    expect(displayedLevel(five(2), five(0), five(3))).toEqual(five(2));
  });

  it('does not move where the second of two is back at it', () => {
    expect(displayedLevel(five(2), five(4), five(2))).toEqual(five(2));
  });

  it('moves for two on the same side, to the nearer of them, whichever came first', () => {
    expect(displayedLevel(five(0), five(2), five(4))).toEqual(five(2));
    expect(displayedLevel(five(0), five(4), five(2))).toEqual(five(2));
    expect(displayedLevel(five(4), five(1), five(3))).toEqual(five(3));
    expect(displayedLevel(five(4), five(1), five(1))).toEqual(five(1));
  });

  it('compares levels of different scales by their place', () => {
    const three = of(3);
    expect(displayedLevel(three(1), five(2), five(2))).toEqual(three(1));
    expect(displayedLevel(three(1), five(3), three(2))).toEqual(five(3));
    expect(displayedLevel(three(0), of(2)(1), of(4)(1))).toEqual(of(4)(1));
  });

  it('is always the one that was shown, or one of the last two', () => {
    fc.assert(
      fc.property(levels, levels, levels, (shown, before, now) => {
        expect([shown, before, now]).toContainEqual(displayedLevel(shown, before, now));
      }),
    );
  });

  it('never moves past the nearer of the two, nor away from both', () => {
    fc.assert(
      fc.property(levels, levels, levels, (shown, before, now) => {
        const distance = (level: Level) => Math.abs(placeOf(level) - placeOf(shown));
        const moved = distance(displayedLevel(shown, before, now));
        expect(moved).toBeLessThanOrEqual(Math.min(distance(before), distance(now)));
      }),
    );
  });
});

describe('the place of a level', () => {
  it('goes from 0 to 1 on every scale', () => {
    for (const scale of [2, 3, 4, 5]) {
      expect(placeOf({ position: 0, scale })).toBe(0);
      expect(placeOf({ position: scale - 1, scale })).toBe(1);
    }
    expect(placeOf({ position: 1, scale: 3 })).toBe(placeOf({ position: 2, scale: 5 }));
  });
});
