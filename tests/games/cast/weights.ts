export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Divides all by their sum, in place. Throws where that is 0: what was seen had been held impossible. */
export function normalise(weights: Float64Array): void {
  const total = sum(weights);
  if (!(total > 0)) throw new Error('something was seen that had been held impossible');
  weights.forEach((weight, at) => {
    weights[at] = weight / total;
  });
}
