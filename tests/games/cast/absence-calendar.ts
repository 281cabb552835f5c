import type { Totals } from '../../../src/pulse/tally.ts';
import type { Readout } from '../../../src/readout/readout.ts';
import type { Dice } from './dice.ts';
import { range } from './range.ts';
import { createQuestion, isStrained, OPTIONS } from './simulated-team.ts';

/** The holiday-calendar attacker's world: how often people are away, and how many of those present answer. */
export const ABSENT = 0.15;
export const RESPONDS = 0.8;

/** One pulse as a curious colleague lives through it. The other people are the bits of a mask. */
export type Lived = {
  /** Who of the others was not away: everybody can look that up. */
  readonly present: number;
  /** The attacker's own answer, an option's number. */
  readonly own: number | 'none';
  readonly readout: Readout | undefined;
  /** What nobody is shown; for the controls. */
  readonly totals: Totals;
};

/** A team whose people answer the same every week, and what its pulses looked like to one of them. */
export type CalendarTeam = {
  readonly pulses: readonly Lived[];
  /** The attacker's own constant answer. */
  readonly own: number;
  /** The others' constant answers, which the attacker is after. */
  readonly truth: readonly number[];
};

/** The chance of each option where a person is strained with that chance. */
export function optionChances(strainedShare: number): readonly number[] {
  const options = range(0, OPTIONS - 1);
  const strained = options.filter(isStrained).length;
  return options.map((option) =>
    isStrained(option) ? strainedShare / strained : (1 - strainedShare) / (OPTIONS - strained),
  );
}

/** Plays a team of constant answers through the weeks in which the question is asked. */
export function playCalendarTeam(options: {
  readonly electorate: number;
  readonly weeks: readonly number[];
  readonly strainedShare: number;
  readonly dice: Dice;
}): CalendarTeam {
  const { electorate, weeks, strainedShare, dice } = options;
  const question = createQuestion({ electorate, dice });
  const chances = optionChances(strainedShare);
  const [own = 0, ...truth] = range(1, electorate).map(() => pick(chances, dice));
  const pulses = weeks.map((week): Lived => {
    const present = randomMask(truth.length, 1 - ABSENT, dice);
    const responding = present & randomMask(truth.length, RESPONDS, dice);
    const ownNow = dice.happens((1 - ABSENT) * RESPONDS) ? own : 'none';
    const answers = [ownNow, ...truth.filter((_, person) => ((responding >> person) & 1) === 1)];
    const totals = range(0, OPTIONS - 1).map(
      (option) => answers.filter((answer) => answer === option).length,
    );
    return { present, own: ownNow, totals, readout: question.close(week, totals) };
  });
  return { pulses, own, truth };
}

function pick(chances: readonly number[], dice: Dice): number {
  let rest = dice.share();
  const picked = chances.findIndex((chance) => {
    rest -= chance;
    return rest < 0;
  });
  return picked < 0 ? chances.length - 1 : picked;
}

function randomMask(bits: number, probability: number, dice: Dice): number {
  let mask = 0;
  for (let bit = 0; bit < bits; bit += 1) if (dice.happens(probability)) mask |= 1 << bit;
  return mask;
}
