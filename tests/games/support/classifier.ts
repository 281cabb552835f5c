/** A run as the attacker sees it, in numbers, and which of the two worlds it came from. */
export type Example = { readonly features: Float32Array; readonly label: 0 | 1 };

type Classifier = (features: Float32Array) => number;

const EPOCHS = 4;
const STEP = 0.02;

/** Two attackers: each learns from labelled runs and returns the share of the others that it puts right. */
export const attackers: Readonly<
  Record<string, (train: readonly Example[], test: readonly Example[]) => number>
> = {
  'nearest centroid': (train, test) => accuracy(nearestCentroid(train), test),
  'logistic regression': (train, test) => accuracy(logisticRegression(train), test),
};

function accuracy(score: Classifier, test: readonly Example[]): number {
  const right = test.filter(({ features, label }) => score(features) > 0 === (label === 1));
  return right.length / test.length;
}

/** Which mean is nearer: the score is the difference of the two squared distances. */
function nearestCentroid(train: readonly Example[]): Classifier {
  const [zero, one] = ([0, 1] as const).map((label) => meanOf(train.filter((run) => run.label === label)));
  return (features) => distance(features, zero) - distance(features, one);
}

/** Plain stochastic gradient descent on the log loss. */
function logisticRegression(train: readonly Example[]): Classifier {
  const weights = new Float32Array(train[0]?.features.length ?? 0);
  let bias = 0;
  const score: Classifier = (features) => dot(weights, features) + bias;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { features, label } of train) {
      const error = label - 1 / (1 + Math.exp(-score(features)));
      bias += STEP * error;
      for (let at = 0; at < weights.length; at += 1) {
        weights[at] = (weights[at] ?? 0) + STEP * error * (features[at] ?? 0);
      }
    }
  }
  return score;
}

function meanOf(runs: readonly Example[]): Float32Array {
  const mean = new Float32Array(runs[0]?.features.length ?? 0);
  for (const { features } of runs) {
    for (let at = 0; at < mean.length; at += 1) {
      mean[at] = (mean[at] ?? 0) + (features[at] ?? 0) / runs.length;
    }
  }
  return mean;
}

function distance(left: Float32Array, right: Float32Array = new Float32Array(left.length)): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += ((left[at] ?? 0) - (right[at] ?? 0)) ** 2;
  return sum;
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
