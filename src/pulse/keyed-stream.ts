import { createHmac } from 'node:crypto';
import type { Random } from '../ports.ts';

/**
 * Bytes that a 32-byte key fixes: HMAC-SHA512 in counter mode. Unpredictable to whoever lacks the key, and the same
 * again for whoever has it, so that a close that crashed and restarts repeats its draw.
 */
export function createKeyedStream(key: Buffer): Random {
  let counter = 0;
  let pool = Buffer.alloc(0);
  return {
    bytes(size) {
      while (pool.length < size) {
        pool = Buffer.concat([pool, createHmac('sha512', key).update(`block ${counter}`).digest()]);
        counter += 1;
      }
      const taken = Buffer.from(pool.subarray(0, size));
      pool = pool.subarray(size);
      return taken;
    },
  };
}
