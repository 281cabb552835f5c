import { THRESHOLD_FLOOR } from '../../../src/promise.ts';
import { type Level, scaleFor } from '../../../src/readout/level.ts';
import { RESPONDS } from './absence-calendar.ts';
import { binomial } from './binomial.ts';
import { range } from './range.ts';
import { levelChances } from './soft-level.ts';

/** Of those who were there, how many would answer strained and how many calm, and the attacker's own answer. */
export type Present = {
  readonly strained: number;
  readonly calm: number;
  readonly own: 'strained' | 'calm' | 'none';
};

/** The chance of every outcome a pulse can have; what is missing to 1 is that nothing is published. */
export type Likelihood = (present: Present) => Float64Array;

/** Every level a team of this size can have, on every scale. */
export function levelsOf(electorate: number): readonly Level[] {
  const answers = range(THRESHOLD_FLOOR, electorate);
  const scales = new Set(answers.map((count) => scaleFor(electorate, count, THRESHOLD_FLOOR)));
  return [...scales].flatMap((scale) => range(0, scale - 1).map((position) => ({ position, scale })));
}

/** P(level | who was there), over who of them answers and over the noise, in the order of `levelsOf`. */
export function levelLikelihood(electorate: number): Likelihood {
  const levels = levelsOf(electorate);
  return likelihood(levels.length, (strained, answers) => {
    const scale = scaleFor(electorate, answers, THRESHOLD_FLOOR);
    const first = levels.findIndex((level) => level.scale === scale);
    return [...levelChances(strained, answers, scale)].map((chance, at) => [first + at, chance]);
  });
}

/** Every exact share of strained answers a team of this size can have. */
export function sharesOf(electorate: number): readonly number[] {
  const answers = range(THRESHOLD_FLOOR, electorate);
  return [...new Set(answers.flatMap((count) => range(0, count).map((strained) => strained / count)))];
}

/** P(exact share | who was there), in the order of `sharesOf`: for a control. */
export function shareLikelihood(electorate: number): Likelihood {
  const shares = sharesOf(electorate);
  return likelihood(shares.length, (strained, answers) => [[shares.indexOf(strained / answers), 1]]);
}

/** Which outcomes so many strained of so many answers have, each with its chance. */
type Outcomes = (strained: number, answers: number) => readonly (readonly [number, number])[];

const MOST_PEOPLE = 32;

/** Sums over who of those present answers; what it has computed once it remembers. */
function likelihood(size: number, outcomes: Outcomes): Likelihood {
  const known: Float64Array[] = [];
  return ({ strained, calm, own }) => {
    const key = (strained * MOST_PEOPLE + calm) * 3 + (own === 'none' ? 0 : own === 'calm' ? 1 : 2);
    const found = known[key];
    if (found !== undefined) return found;
    const chances = new Float64Array(size);
    const ofStrained = binomial(strained, RESPONDS);
    const ofCalm = binomial(calm, RESPONDS);
    for (const [one, two] of range(0, strained).flatMap((a) => range(0, calm).map((b) => [a, b] as const))) {
      const all = one + two + (own === 'none' ? 0 : 1);
      if (all < THRESHOLD_FLOOR) continue;
      const weight = (ofStrained[one] ?? 0) * (ofCalm[two] ?? 0);
      for (const [outcome, chance] of outcomes(one + (own === 'strained' ? 1 : 0), all))
        chances[outcome] = (chances[outcome] ?? 0) + weight * chance;
    }
    known[key] = chances;
    return chances;
  };
}
