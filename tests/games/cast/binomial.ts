/** The chances of 0, 1, …, `tries` successes: the binomial distribution, one try after the other. */
export function binomial(tries: number, probability: number): Float64Array {
  const chances = new Float64Array(tries + 1);
  chances[0] = 1;
  for (let tried = 0; tried < tries; tried += 1)
    for (let successes = tried + 1; successes >= 0; successes -= 1)
      chances[successes] =
        (chances[successes] ?? 0) * (1 - probability) + (chances[successes - 1] ?? 0) * probability;
  return chances;
}
