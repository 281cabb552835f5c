import { HOUR, MINUTE } from '../../src/duration.ts';
import type { Chance } from './chance.ts';

/** What one simulated person is like. Shares are between 0 and 1. */
export type Temperament = {
  /** How likely they answer a pulse at all. */
  readonly willingness: number;
  /** How strained they usually are. */
  readonly usualStrain: number;
  /** Working hours until they tap, on average. */
  readonly patience: number;
  /** How likely they tap a second time. */
  readonly fidgets: number;
};

/** One tap as somebody intends it. */
export type Intention = {
  /** Milliseconds after the pulse opened. */
  readonly after: number;
  /** The option's number from 0, calm first. */
  readonly option: number;
};

/** How much of last week's strain is still there this week. */
const MEMORY = 0.7;
/** The last of the 18 working hours of a pulse that opens on Wednesday at 14:00 in which anyone still taps. */
const LAST_HOUR = 16;

export function drawTemperament(chance: Chance): Temperament {
  return {
    willingness: chance.between(0.55, 1),
    usualStrain: chance.between(0.1, 0.95),
    patience: chance.between(0.5, 6),
    fidgets: chance.between(0, 0.25),
  };
}

/** This week's strain: mostly last week's, drawn back to the usual one, and a little luck. */
export function driftedStrain(strain: number, { usualStrain }: Temperament, chance: Chance): number {
  return limited(MEMORY * strain + (1 - MEMORY) * usualStrain + 0.12 * chance.wobble());
}

/** What a person does about a pulse: nothing, a tap, or a tap and another one soon after. */
export function intentionsOf(
  person: Temperament & { readonly strain: number },
  optionCount: number,
  chance: Chance,
): readonly Intention[] {
  if (!chance.happens(person.willingness)) return [];
  const hours = Math.min(chance.wait(person.patience), LAST_HOUR);
  const felt = limited(person.strain + 0.15 * chance.wobble());
  const first = {
    after: Math.round(officeTime(hours) * HOUR),
    option: Math.min(Math.floor(felt * optionCount), optionCount - 1),
  };
  if (!chance.happens(person.fidgets)) return [first];
  const again = first.after + Math.round(chance.between(1, 60) * MINUTE);
  return [first, { after: again, option: (first.option + 1) % optionCount }];
}

/** Hours of the clock after Wednesday 14:00 for so many working hours: nobody taps at night. */
function officeTime(hours: number): number {
  if (hours < 4) return hours;
  return hours < 13 ? hours + 15 : hours + 30;
}

function limited(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
