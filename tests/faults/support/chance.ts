import { createSeededRandom } from '../../../playground/world/seeded-random.ts';
import { seedOf } from '../../games/support/seed.ts';

export type Chance = ReturnType<typeof chanceOf>;

/** What a test leaves to chance: `SEED=` repeats it, and it is printed. */
export function chanceOf(test: string) {
  const seed = seedOf(test);
  const random = createSeededRandom(`${test} ${seed}`);
  const below = (limit: number): number => random.bytes(4).readUInt32LE() % limit;
  return {
    seed,
    /** A whole number from 0 up to, and without, `limit`. */
    below,
    of<Item>(items: readonly Item[]): Item {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}
