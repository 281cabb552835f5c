/**
 * Exact numbers of the form Σ k·q^j with whole k and j ≥ 0, where q = 1/e. Since e is transcendental, such a number
 * is 0 only if every k is, so that comparisons need no tolerance.
 */
export type InPowersOfQ = ReadonlyMap<number, bigint>;

export const one: InPowersOfQ = new Map([[0, 1n]]);

/** q^power. */
export const powerOfQ = (power: number): InPowersOfQ => new Map([[power, 1n]]);

export const plus = (left: InPowersOfQ, right: InPowersOfQ): InPowersOfQ => combine(left, right, 1n);
export const minus = (left: InPowersOfQ, right: InPowersOfQ): InPowersOfQ => combine(left, right, -1n);

/** The number times q^power. */
export const timesPowerOfQ = (number: InPowersOfQ, power: number): InPowersOfQ =>
  new Map([...number].map(([exponent, factor]) => [exponent + power, factor]));

/** The number with q^2 instead of q, q^3, …: the same expression for a larger ε. */
export const stretch = (number: InPowersOfQ, times: number): InPowersOfQ =>
  new Map([...number].map(([exponent, factor]) => [exponent * times, factor]));

/** −1, 0 or 1. */
export function signOf(number: InPowersOfQ): number {
  if (number.size === 0) return 0;
  const value = [...number].reduce((sum, [exponent, factor]) => sum + factor * fixedPower(exponent), 0n);
  if (value < SAFE && value > -SAFE) throw new Error('too close to zero to tell');
  return value > 0n ? 1 : -1;
}

/** Fixed point with that many bits behind it: q^200 has its first digit after 289. */
const BITS = 1024n;
const UNIT = 1n << BITS;
/** Far more than all roundings of a sum can add up to. */
const SAFE = 1n << 64n;

/** 1/e = Σ (−1)^k / k!, until the terms vanish. */
const fixedQ = (() => {
  let sum = 0n;
  let term = UNIT;
  for (let k = 1n; term !== 0n; k += 1n) {
    sum += term;
    term = -term / k;
  }
  return sum;
})();

const powers = [UNIT];

function fixedPower(exponent: number): bigint {
  for (let known = powers.length; known <= exponent; known += 1)
    powers.push(((powers[known - 1] ?? 0n) * fixedQ) >> BITS);
  return powers[exponent] ?? 0n;
}

function combine(left: InPowersOfQ, right: InPowersOfQ, sign: bigint): InPowersOfQ {
  const sum = new Map(left);
  for (const [exponent, factor] of right) {
    const added = (sum.get(exponent) ?? 0n) + sign * factor;
    if (added === 0n) sum.delete(exponent);
    else sum.set(exponent, added);
  }
  return sum;
}
