import { type ChiSquare, chiSquare } from './chi-square.ts';
import type { Dice } from './dice.ts';
import { range } from './range.ts';
import { noiseChance, tailChance } from './soft-level.ts';

/** Sizes that get a cell of their own; what is beyond shares one on each side. */
const OWN_CELL = 8;
const BEYOND = OWN_CELL + 1;
const chances = range(-BEYOND, BEYOND).map((z) =>
  Math.abs(z) === BEYOND ? tailChance(BEYOND) : noiseChance(z),
);

/** How far that many draws are from P(z) ∝ e^(−|z|), cell by cell. */
export function distanceFromLaplace(draws: number, draw: (at: number) => number): ChiSquare {
  const counts = chances.map(() => 0);
  for (let at = 0; at < draws; at += 1) {
    const cell = Math.min(BEYOND, Math.max(-BEYOND, draw(at))) + BEYOND;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return chiSquare(counts, chances);
}

/** How often an event happens before it first does not. */
export function geometric(probability: number, dice: Dice): number {
  let successes = 0;
  while (dice.happens(probability)) successes += 1;
  return successes;
}
