import { HOUR } from '../src/duration.ts';
import type { Random } from '../src/ports.ts';
import type { Person } from './company.ts';

/** Most teammates answer, not all. */
const SHARE_WHO_ANSWER = 0.9;
/** Over how long they do, after the pulse has opened (virtual ms). */
const FIRST = 2 * HOUR;
const LAST = 26 * HOUR;

export type PlannedTap = { readonly person: Person; readonly at: number; readonly option: number };

/**
 * Who taps which option when (virtual ms), once a pulse has opened. Some weeks are heavier than others: what people
 * answer lies around a common value.
 */
export function planTaps(options: {
  readonly people: readonly Person[];
  readonly openedAt: number;
  readonly optionCount: number;
  readonly random: Random;
}): readonly PlannedTap[] {
  const { people, openedAt, optionCount, random } = options;
  const load = chance(random);
  return people.flatMap((person) => {
    const answers = chance(random) < SHARE_WHO_ANSWER;
    const at = openedAt + FIRST + chance(random) * (LAST - FIRST);
    const feeling = 0.6 * load + 0.4 * chance(random);
    return answers ? [{ person, at, option: Math.floor(feeling * optionCount) }] : [];
  });
}

/** From 0 up to, but not reaching, 1. */
function chance(random: Random): number {
  return random.bytes(4).readUInt32BE() / 2 ** 32;
}
