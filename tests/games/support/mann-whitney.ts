/**
 * Two-sided p-value of the Mann–Whitney test: how likely two samples of one distribution lie at least so far apart in
 * rank. Normal approximation with the correction for ties; outliers count no more than any other value. Source: Mann and
 * Whitney, 1947.
 */
export function mannWhitney(left: readonly number[], right: readonly number[]): number {
  const all = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ];
  all.sort((one, other) => one.value - other.value);
  let ranksOfLeft = 0;
  let ties = 0;
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const size = end - start;
    ranksOfLeft += all.slice(start, end).filter(({ isLeft }) => isLeft).length * ((start + end + 1) / 2);
    ties += size ** 3 - size;
  }
  const [n, m, total] = [left.length, right.length, all.length];
  const excess = ranksOfLeft - (n * (total + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  return variance === 0 ? 1 : 2 * upperTail(Math.abs(excess) / Math.sqrt(variance));
}

/** 1 − Φ(z) for z ≥ 0, relative error below 1.2e-7. Source: Numerical Recipes, erfc by Chebyshev fitting. */
function upperTail(z: number): number {
  const t = 1 / (1 + z / Math.SQRT2 / 2);
  const polynomial = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
    1.00002368, -1.26551223,
  ].reduce((sum, coefficient) => sum * t + coefficient, 0);
  return (t * Math.exp((-z * z) / 2 + polynomial)) / 2;
}
