import type { Random } from '../ports.ts';
import { randomBelow } from '../shuffle.ts';

/**
 * Soft edges (docs/privacy.md, "The rules of disclosure", rule 4): integer noise z with P(z) ∝ e^(−ε|z|), ε = 1, so that
 * one answer more or less changes the chance of any level by a factor of at most e.
 *
 * Sampled exactly, without floating point: Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential
 * Privacy" (2020), algorithms 1 and 2 with ε = 1. The same `chance` gives the same draw.
 */
export function drawNoise(chance: Random): number {
  for (;;) {
    const isNegative = randomBelow(2, chance) === 1;
    const size = successesInARow(chance);
    if (!isNegative) return size;
    if (size > 0) return -size;
  }
}

/** The number of strained answers with soft edges, within 0..answers. */
export function soften(strained: number, answers: number, chance: Random): number {
  return Math.min(answers, Math.max(0, strained + drawNoise(chance)));
}

/** How often an event of probability e^(−1) happens before it first does not. */
function successesInARow(chance: Random): number {
  let successes = 0;
  while (happensOnceInE(chance)) successes += 1;
  return successes;
}

/** True with probability e^(−1): the first k with a failure at chance 1/k is odd that often. */
function happensOnceInE(chance: Random): boolean {
  let k = 1;
  while (randomBelow(k, chance) === 0) k += 1;
  return k % 2 === 1;
}
