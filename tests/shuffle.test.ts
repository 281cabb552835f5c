import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeededRandom } from '../playground/world/seeded-random.ts';
import { randomBelow, shuffle } from '../src/shuffle.ts';

test('shuffling loses nothing, adds nothing and leaves the original alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
      const before = [...values];
      const shuffled = shuffle(values, createSeededRandom(seed));
      expect(values).toEqual(before);
      expect([...shuffled].sort()).toEqual([...before].sort());
    }),
    { verbose: 1 },
  );
});

test('every order of three comes about equally often', () => {
  const random = createSeededRandom('orders');
  const counts = new Map<string, number>();
  for (let run = 0; run < 6_000; run += 1) {
    const order = shuffle(['a', 'b', 'c'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
  expect(chiSquare).toBeLessThan(20.5); // 5 degrees of freedom, p = 0.001
});

test('a draw below a limit throws away what would favour the low numbers', () => {
  const drawn = [0xff_ff_ff_ff, 7];
  const bytes = () => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32BE(drawn.shift() ?? 0);
    return buffer;
  };
  expect(randomBelow(10, { bytes })).toBe(7);
  expect(drawn).toEqual([]);
});

test('a draw below one is zero', () => {
  expect(randomBelow(1, createSeededRandom('one'))).toBe(0);
});
