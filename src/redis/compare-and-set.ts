import type { Redis } from 'ioredis';
import { defineScript } from './scripts.ts';

const script = defineScript({ url: new URL('./compare-and-set.lua', import.meta.url), keys: 1 });

/** Sets a key to `after` if it still holds `before` (`undefined`: no such key). Returns whether it did. */
export async function compareAndSet(
  client: Redis,
  key: string,
  before: string | undefined,
  after: string,
): Promise<boolean> {
  return (await script(client, [key], [before ?? '', after])) === 1;
}
