import { createHash } from 'node:crypto';
import type { Random } from '../../../src/ports.ts';

/** Chance that a seed fixes, quick enough for millions of rolls. Fair, but not secret: for simulations alone. */
export type Dice = {
  /** Evenly from 0 (included) to 1 (excluded). */
  readonly share: () => number;
  readonly happens: (probability: number) => boolean;
  /** The same chance as the app takes it. */
  readonly random: Random;
};

/** Dice with the generator sfc32 of Chris Doty-Humphrey's PractRand. */
export function createDice(seed: string): Dice {
  const hashed = createHash('sha256').update(seed).digest();
  const state = Uint32Array.from({ length: 4 }, (_, at) => hashed.readUInt32LE(4 * at));
  const roll = (): number => {
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const rolled = (a + b + counter) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + rolled;
    state[3] = counter + 1;
    return rolled;
  };
  const share = () => roll() / 2 ** 32;
  return { share, happens: (probability) => share() < probability, random: { bytes: bytesFrom(roll) } };
}

function bytesFrom(roll: () => number): Random['bytes'] {
  return (size) => {
    const bytes = Buffer.allocUnsafe(size);
    for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32BE(roll(), at);
    for (let at = size - (size % 4); at < size; at += 1) bytes[at] = roll();
    return bytes;
  };
}
