import type { AnswerOutcome } from '../../../src/pulse/pulse-answers.ts';
import type { Choice } from '../../../src/pulse/tally.ts';

/** A button on somebody's screen, and what pressing it would mean. */
export type Tap = {
  readonly user: string;
  readonly value: string;
  readonly choice: Choice;
  /** The version of the person's entry that this button can replace: 0 for the buttons of the channel. */
  readonly expects: number;
  /** False for another person's, another pulse's, a tampered or a truncated button: it must do nothing. */
  readonly isGenuine: boolean;
};

/** What came back: the app's answer, or nothing at all because the process had ended. */
export type Reply = AnswerOutcome | { readonly kind: 'crashed' };

/** What one person has been told, and holds. It is all that they, and this model, know. */
export type Person = {
  readonly user: string;
  /** The last acknowledged answer; version 0 before the first. */
  version: number;
  choice: Choice;
  receipt: string | undefined;
  /** Choices tapped since, on a button that fitted, of which nobody said what became of them. */
  unknown: Choice[];
  /** A refusal has told that one of those counted. */
  oneCounted: boolean;
  /** Sealed values they were given, by the version they can replace. */
  readonly seals: { readonly version: number; readonly sealed: string }[];
  readonly oldReceipts: string[];
};

export function newPerson(user: string): Person {
  return {
    user,
    version: 0,
    choice: 'none',
    receipt: undefined,
    unknown: [],
    oneCounted: false,
    seals: [],
    oldReceipts: [],
  };
}

/** What the tally may hold of this person: one of these, once. */
export function possibleChoices({ choice, unknown, oneCounted }: Person): readonly Choice[] {
  return oneCounted ? unknown : [choice, ...unknown];
}

/** Whether what stands is certain, so that their receipt must be in the list. */
export const isCertain = ({ unknown }: Person): boolean => unknown.length === 0;

type Heard = { readonly tap: Tap; readonly reply: Reply };

/**
 * What a person learns from the replies to taps that were under way together: first from acknowledgements, then
 * from silence, last from refusals. Returns what must not have happened.
 */
export function learn(person: Person, heard: readonly Heard[]): readonly string[] {
  const acknowledged = heard.filter(({ reply }) => 'sealed' in reply);
  const silent = heard.filter(({ reply }) => reply.kind === 'crashed' || reply.kind === 'uncertain');
  const refused = heard.filter((one) => !acknowledged.includes(one) && !silent.includes(one));
  return [
    ...acknowledged.flatMap((one) => acknowledge(person, one)),
    ...silent.flatMap((one) => wonder(person, one)),
    ...refused.flatMap((one) => accept(person, one)),
  ];
}

function acknowledge(person: Person, { tap, reply }: Heard): readonly string[] {
  if (!('sealed' in reply)) return [];
  if (!tap.isGenuine) return ['a button that is not theirs was taken'];
  if (tap.expects !== person.version || person.oneCounted) return ['an outdated button was taken'];
  if (person.receipt !== undefined) person.oldReceipts.push(person.receipt);
  person.version += 1;
  person.choice = tap.choice;
  person.receipt = reply.receipt;
  person.unknown = [];
  person.seals.push({ version: person.version, sealed: reply.sealed });
  return [];
}

function wonder(person: Person, { tap }: Heard): readonly string[] {
  if (tap.isGenuine && tap.expects === person.version && !person.oneCounted) person.unknown.push(tap.choice);
  return [];
}

function accept(person: Person, { tap, reply }: Heard): readonly string[] {
  if (reply.kind === 'not-counted' || reply.kind === 'closed') return [];
  if (!tap.isGenuine)
    return refusesStrangers(reply.kind) ? [] : [`a button not theirs was answered ${reply.kind}`];
  const expected = tap.expects === 0 ? 'already-answered' : 'outdated';
  if (reply.kind !== expected) return [`a tap was answered ${reply.kind}`];
  if (tap.expects < person.version) return [];
  if (person.unknown.length === 0) return ['a tap was refused although nothing had replaced the answer'];
  person.oneCounted = true;
  return [];
}

const refusesStrangers = (kind: string): boolean => ['not-yours', 'malformed', 'not-on-pulse'].includes(kind);
