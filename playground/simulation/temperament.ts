import { HOUR, MINUTE } from '../../src/duration.ts';
import type { Choice } from '../../src/pulse/tally.ts';
import type { Chance } from './chance.ts';

/** What one simulated person is like. Shares are between 0 and 1. */
export type Temperament = {
  /** How likely they answer a pulse at all. */
  readonly willingness: number;
  /** How strained they usually are. */
  readonly usualStrain: number;
  /** Working hours until they tap, on average. */
  readonly patience: number;
  /** How likely they tap a second time in the channel. */
  readonly fidgets: number;
  /** How likely they change their answer through the private line that followed it. */
  readonly reconsiders: number;
};

/** What somebody intends to do about a pulse: a tap, or a change of their answer. */
export type Intention = {
  /** Milliseconds after the pulse opened. */
  readonly after: number;
  /** The pulse's own buttons, or *Change my answer* under one's private line. */
  readonly through: 'channel' | 'private-line';
  /** The option's number from 0, calm first, or `none` to withdraw. */
  readonly choice: Choice;
};

/** How much of last week's strain is still there this week. */
const MEMORY = 0.7;
/** The last of the 18 working hours of a pulse that opens on Wednesday at 14:00 in which anyone still taps. */
const LAST_HOUR = 16;
/** The share of changes that withdraw the answer. */
const WITHDRAWN = 0.35;

export function drawTemperament(chance: Chance): Temperament {
  return {
    willingness: chance.between(0.55, 1),
    usualStrain: chance.between(0.1, 0.95),
    patience: chance.between(0.5, 6),
    fidgets: chance.between(0, 0.25),
    reconsiders: chance.between(0, 0.35),
  };
}

/** This week's strain: mostly last week's, drawn back to the usual one, and a little luck. */
export function driftedStrain(strain: number, { usualStrain }: Temperament, chance: Chance): number {
  return limited(MEMORY * strain + (1 - MEMORY) * usualStrain + 0.12 * chance.wobble());
}

/** What a person does about a pulse: nothing, or a tap, perhaps another soon after, perhaps a change of mind. */
export function intentionsOf(
  person: Temperament & { readonly strain: number },
  optionCount: number,
  chance: Chance,
): readonly Intention[] {
  if (!chance.happens(person.willingness)) return [];
  const hours = Math.min(chance.wait(person.patience), LAST_HOUR);
  const felt = limited(person.strain + 0.15 * chance.wobble());
  const after = Math.round(officeTime(hours) * HOUR);
  const option = Math.min(Math.floor(felt * optionCount), optionCount - 1);
  const later = (from: number, to: number) => after + Math.round(chance.between(from, to) * MINUTE);
  const again = (option + 1) % optionCount;
  const first = { after, through: 'channel', choice: option } as const;
  const second = { after: later(1, 60), through: 'channel', choice: again } as const;
  const choice = chance.happens(WITHDRAWN) ? 'none' : again;
  const change = { after: later(61, 110), through: 'private-line', choice } as const;
  return [
    first,
    ...(chance.happens(person.fidgets) ? [second] : []),
    ...(chance.happens(person.reconsiders) ? [change] : []),
  ];
}

/** Hours of the clock after Wednesday 14:00 for so many working hours: nobody taps at night. */
function officeTime(hours: number): number {
  if (hours < 4) return hours;
  return hours < 13 ? hours + 15 : hours + 30;
}

function limited(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
