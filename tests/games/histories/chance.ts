import type { Random } from '../../../src/ports.ts';
import { randomBelow } from '../../../src/shuffle.ts';

/** True so many times in a thousand. */
export const chance = (random: Random, perThousand: number): boolean =>
  randomBelow(1000, random) < perThousand;

/** One of them, all equally likely. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[randomBelow(from.length, random)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}

/** From `least` to `most`, both included. */
export const between = (random: Random, least: number, most: number): number =>
  least + randomBelow(most - least + 1, random);
