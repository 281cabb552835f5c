import { createHash } from 'node:crypto';
import type { Random } from '../../src/ports.ts';

/** A stream of bytes that a seed fixes: the same seed, the same simulation. Not for real pulses. */
export function createSeededRandom(seed: string): Random {
  let counter = 0;
  let pool = Buffer.alloc(0);
  return {
    bytes(size) {
      while (pool.length < size) {
        const block = createHash('sha512').update(`${seed}|${counter}`).digest();
        counter += 1;
        pool = Buffer.concat([pool, block]);
      }
      const taken = Buffer.from(pool.subarray(0, size));
      pool = pool.subarray(size);
      return taken;
    },
  };
}
