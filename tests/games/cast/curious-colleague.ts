import type { Level } from '../../../src/readout/level.ts';
import { displayedLevel } from '../../../src/readout/same-side.ts';
import type { Lived } from './absence-calendar.ts';
import { bitCount } from './bits.ts';
import { type Likelihood, levelsOf } from './likelihood.ts';
import { isStrained } from './simulated-team.ts';
import { normalise, sum } from './weights.ts';

/** Someone on the team who knows their own answer and who was away when, and draws every conclusion there is. */
export type CuriousColleague = {
  readonly see: (lived: Lived) => void;
  /** How likely they hold each other person to be strained, from 0 to 1. */
  readonly beliefs: () => readonly number[];
};

/** `prior`: the weight of each vector of the others' answers (a mask) before anything is seen. */
export type Mind = {
  readonly others: number;
  readonly likelihood: Likelihood;
  readonly prior: (strained: number) => number;
};

/** The one who sees in every pulse what `outcomeOf` gives: the number of an outcome of `likelihood`. */
export function createReader(
  mind: Mind & { readonly outcomeOf: (lived: Lived) => number | undefined },
): CuriousColleague {
  const weights = priorWeights(mind);
  return {
    see(lived) {
      const outcome = mind.outcomeOf(lived);
      if (outcome === undefined) return;
      weights.forEach((weight, vector) => {
        weights[vector] = weight * (chancesOf(mind, lived, vector)[outcome] ?? 0);
      });
      normalise(weights);
    },
    beliefs: () => beliefsFrom(weights, mind.others),
  };
}

/**
 * The one who sees what is displayed. It is a function of the sequence of undisplayed levels, so they run a forward
 * filter (Rabiner, "A Tutorial on Hidden Markov Models", 1989, III.A): for every vector of answers, the chance of all
 * that was displayed together with each undisplayed level the last pulse may have had.
 */
export function createWatcher(mind: Mind & { readonly electorate: number }): CuriousColleague {
  const levels = levelsOf(mind.electorate);
  const width = levels.length;
  const weights = priorWeights(mind);
  const joint = new Float64Array(weights.length * width);
  weights.forEach((weight, vector) => {
    joint[vector * width] = weight;
  });
  let shown: Level | undefined;
  return {
    see(lived) {
      const now = lived.readout?.level;
      if (now === undefined) return;
      const steps = possibleSteps(levels, shown, now);
      const before = joint.slice();
      for (let start = 0; start < joint.length; start += width)
        takeSteps({ joint, before, start }, steps, chancesOf(mind, lived, start / width));
      normalise(joint);
      shown = now;
    },
    beliefs: () =>
      beliefsFrom(
        weights.map((_, vector) => sum(joint.subarray(vector * width, (vector + 1) * width))),
        mind.others,
      ),
  };
}

/** Pairs of undisplayed levels, of the last pulse and of this one. */
type Steps = readonly (readonly [number, number])[];

/** Those that would display `now` after `shown`. The first pulse has none before it: those start from 0. */
function possibleSteps(levels: readonly Level[], shown: Level | undefined, now: Level): Steps {
  const befores = shown === undefined ? [undefined] : levels;
  const displays = (before: Level | undefined, latest: Level) => {
    const { position, scale } = displayedLevel(shown, before, latest);
    return position === now.position && scale === now.scale;
  };
  return befores.flatMap((before, from) =>
    levels.flatMap((latest, to) => (displays(before, latest) ? [[from, to] as const] : [])),
  );
}

/** One vector's undisplayed levels, before and after a pulse, from `start` on. */
type States = { readonly joint: Float64Array; readonly before: Float64Array; readonly start: number };

function takeSteps({ joint, before, start }: States, steps: Steps, chances: Float64Array): void {
  joint.fill(0, start, start + chances.length);
  for (const [from, to] of steps)
    joint[start + to] = (joint[start + to] ?? 0) + (before[start + from] ?? 0) * (chances[to] ?? 0);
}

function chancesOf({ likelihood }: Mind, { present, own }: Lived, vector: number): Float64Array {
  return likelihood({
    strained: bitCount(present & vector),
    calm: bitCount(present & ~vector),
    own: own === 'none' ? own : isStrained(own) ? 'strained' : 'calm',
  });
}

function priorWeights({ others, prior }: Mind): Float64Array {
  const weights = Float64Array.from({ length: 2 ** others }, (_, vector) => prior(bitCount(vector)));
  normalise(weights);
  return weights;
}

function beliefsFrom(weights: Float64Array, others: number): readonly number[] {
  return Array.from({ length: others }, (_, person) =>
    sum(weights.filter((__, vector) => ((vector >> person) & 1) === 1)),
  );
}
