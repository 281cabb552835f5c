import type { Clock } from '../../src/ports.ts';

/**
 * Slack timestamps: seconds of the clock, then a counter within that second. Unique and increasing even while
 * the clock stands still or jumps back, and the same for the same history.
 */
export function timestamps(options: { readonly clock: Clock }): () => string {
  let second = 0;
  let counter = 0;
  return () => {
    const now = Math.floor(options.clock.now() / 1_000);
    if (now > second) {
      second = now;
      counter = 0;
    }
    counter += 1;
    return `${second}.${String(counter).padStart(6, '0')}`;
  };
}
