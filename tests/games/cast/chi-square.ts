/** Pearson's statistic of how far counts are from what was expected of them, and how far they may be. */
export type ChiSquare = { readonly statistic: number; readonly critical: number };

/** The standard normal's upper quantile of one in a million: a fair sampler fails that seldom. */
const ONE_IN_A_MILLION = 4.753;

/**
 * Pearson's test of counts against chances that sum to 1. The critical value is Wilson and Hilferty's (1931), good to
 * a few thousandths from three degrees of freedom on.
 */
export function chiSquare(counts: readonly number[], chances: readonly number[]): ChiSquare {
  const all = counts.reduce((total, count) => total + count, 0);
  const statistic = counts.reduce((sum, count, cell) => {
    const expected = (chances[cell] ?? 0) * all;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const part = 2 / (9 * (counts.length - 1));
  const critical = (counts.length - 1) * (1 - part + ONE_IN_A_MILLION * Math.sqrt(part)) ** 3;
  return { statistic, critical };
}
