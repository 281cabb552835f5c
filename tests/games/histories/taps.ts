import type { Random } from '../../../src/ports.ts';
import { answerValue } from '../../../src/pulse/button-value.ts';
import { seal } from '../../../src/pulse/change-seal.ts';
import { KEY_BYTES } from '../../../src/pulse/pulse-key.ts';
import { type Choice, NO_PAD, tokenOf } from '../../../src/pulse/tally.ts';
import { between, chance, pick } from './chance.ts';
import type { Person, Tap } from './person.ts';

export const OPTIONS = 5;
/** Somebody who has joined since the pulse opened. */
const LATECOMER = 'ULATE';

/** One tap as somebody in that channel might make it, by mistake or on purpose. */
export function nextTap(random: Random, people: readonly Person[], pulseId: string): Tap {
  const person = pick(random, people);
  const choice = between(random, 0, OPTIONS - 1);
  const first = {
    user: person.user,
    choice,
    expects: 0,
    value: answerValue({ pulseId, choice, optionCount: OPTIONS }),
  };
  if (chance(random, 20)) return { ...first, user: LATECOMER, isGenuine: false };
  if (person.seals.length === 0 || chance(random, 250)) return { ...first, isGenuine: true };
  const dice = between(random, 0, 99);
  const change = changeTap(random, person, pulseId);
  if (dice < 70) return change;
  if (dice < 80)
    return {
      ...change,
      user: pick(
        random,
        people.filter((other) => other !== person),
      ).user,
      isGenuine: false,
    };
  if (dice < 87) return { ...change, value: tampered(change.value, random), isGenuine: false };
  if (dice < 93)
    return { ...change, value: change.value.slice(0, -between(random, 1, 60)), isGenuine: false };
  return { ...change, value: ofAnotherPulse(person, pulseId, random), isGenuine: false };
}

/** With the newest of their buttons, or (one in four) with any they were ever given. */
function changeTap(random: Random, person: Person, pulseId: string): Tap {
  const newest = person.seals.at(-1);
  const { version, sealed } = chance(random, 250) || !newest ? pick(random, person.seals) : newest;
  const choice: Choice = chance(random, 150) ? 'none' : between(random, 0, OPTIONS - 1);
  const value = answerValue({ pulseId, choice, optionCount: OPTIONS, sealed });
  return { user: person.user, choice, expects: version, value, isGenuine: true };
}

/** One character of the seal is another. */
function tampered(value: string, random: Random): string {
  const start = value.lastIndexOf('.') + 1;
  // The last character carries bits that base64 drops: a change there may be none.
  const at = between(random, start, value.length - 2);
  return `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
}

function ofAnotherPulse(person: Person, pulseId: string, random: Random): string {
  const pulseKey = random.bytes(KEY_BYTES);
  const context = { pulseKey, token: tokenOf(pulseKey, person.user), pulseId };
  const sealed = seal(context, { choice: 0, version: person.version, r: NO_PAD }, random);
  return answerValue({ pulseId, choice: 1, optionCount: OPTIONS, sealed });
}
