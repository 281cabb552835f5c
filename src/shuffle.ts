import type { Random } from './ports.ts';

/** A copy in random order, every order equally likely (Fisher and Yates, Durstenfeld's form). */
export function shuffle<T>(values: readonly T[], random: Random): T[] {
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1, random);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** A whole number from 0 to `limit` − 1, all equally likely: draws that would favour the low ones are thrown away. */
export function randomBelow(limit: number, random: Random): number {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const drawn = random.bytes(4).readUInt32BE();
    if (drawn < fair) return drawn % limit;
  }
}
