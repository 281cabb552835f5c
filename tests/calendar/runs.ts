import { createHash } from 'node:crypto';
import { seedOf } from '../games/support/seed.ts';

/**
 * How a randomised test of the calendar runs: `SEED=` repeats a run (it is printed), `RUNS=` makes it so many times
 * as long.
 */
export function runsOf(test: string, usual: number): { readonly seed: number; readonly numRuns: number } {
  const seed = createHash('sha256').update(seedOf(test)).digest().readInt32LE();
  const times = Number(process.env.RUNS ?? 1);
  if (!(times >= 1)) throw new Error('RUNS= says how many times as long: 1 or more');
  return { seed, numRuns: Math.round(usual * times) };
}
