import { levelOf } from '../../../src/readout/level.ts';

/** q = e^(−ε), ε = 1: what one more or less costs the noise in probability (docs/privacy.md, soft edges). */
export const Q = Math.exp(-1);

/** P(z) = (1 − q) / (1 + q) · q^|z|, the discrete Laplace distribution (Inusah and Kozubowski, 2006). */
export const noiseChance = (z: number, q = Q): number => ((1 - q) / (1 + q)) * q ** Math.abs(z);

/** P(Z ≥ z), the geometric series of `noiseChance` summed. */
export const tailChance = (z: number, q = Q): number =>
  z > 0 ? q ** z / (1 + q) : 1 - q ** (1 - z) / (1 + q);

/** The chance of each softened number 0..n: noise beyond the ends is clamped to them. */
export function softenedChances(strained: number, answers: number): Float64Array {
  return Float64Array.from({ length: answers + 1 }, (_, shown) => {
    if (shown === 0) return tailChance(strained);
    return shown === answers ? tailChance(answers - strained) : noiseChance(shown - strained);
  });
}

/** P(level | s): the chance of each position on the scale. */
export function levelChances(strained: number, answers: number, scale: number): Float64Array {
  const chances = new Float64Array(scale);
  softenedChances(strained, answers).forEach((chance, shown) => {
    const { position } = levelOf(shown, answers, scale);
    chances[position] = (chances[position] ?? 0) + chance;
  });
  return chances;
}
