import type { Band } from '../../../src/readout/level.ts';
import { type InPowersOfQ, minus, one, plus, powerOfQ } from './in-powers-of-q.ts';

const TWICE_HALF = plus(one, powerOfQ(1));
const NOTHING: InPowersOfQ = new Map();

/**
 * (1 + q) · P(Z ≥ z) for P(Z = z) = (1 − q) / (1 + q) · q^|z|: the geometric series summed. The factor is the same
 * for all levels, so ratios do not see it.
 */
function tail(z: number): InPowersOfQ {
  return z > 0 ? powerOfQ(z) : minus(TWICE_HALF, powerOfQ(1 - z));
}

/** (1 + q) · P(level | s): the noise that leads from `strained` into the band. The outer bands have no outer end. */
export function exactChance({ from, to }: Band, strained: number, answers: number): InPowersOfQ {
  const fromAbove = from === 0 ? TWICE_HALF : tail(from - strained);
  const beyond = to === answers ? NOTHING : tail(to + 1 - strained);
  return minus(fromAbove, beyond);
}
