import { createHmac } from 'node:crypto';
import { deriveKey } from './pulse-key.ts';

/**
 * The masked tally (docs/privacy.md, "The masked tally"). A vote is a vector of u32 lanes
 *
 *     e(choice) = [count 1, one lane per option, mac1, mac2]
 *
 * and what reaches Redis is e(choice) plus a pad that only the pulse's key can make again: uniformly random to
 * whoever lacks the key. All arithmetic is modulo 2^32. Nothing here reads a clock, a store or a die.
 */
export type Lanes = Uint32Array<ArrayBuffer>;

/** The option's number from 0, or `none`: withdrawn, which adds nothing. */
export type Choice = number | 'none';

/** What one person's entry in Redis says: the version counts their attempts that took effect. */
export type Entry = { readonly token: string; readonly version: number; readonly r: string };

/** Bytes of r, fresh for every attempt: a pad used twice would show the difference of two answers. */
export const PAD_SEED_BYTES = 16;
/** r of a person who has not answered. */
export const NO_PAD = '0'.repeat(PAD_SEED_BYTES * 2);
const MAC_LANES = 2;

/** Lanes of a pulse with that many options: count, options, two MACs. */
export const laneCount = (options: number): number => 1 + options + MAC_LANES;

/** A person's name in one pulse: 128 hex characters that nobody without the key can link to a user id. */
export function tokenOf(pulseKey: Buffer, user: string): string {
  return createHmac('sha512', deriveKey(pulseKey, 'token')).update(user).digest('hex');
}

/** The version of an entry whose person has answered and not changed it. */
export const FIRST_VERSION = 1;

/** e(choice) + pad(entry): what is added to the tally when someone answers. */
export function maskedVote(options: {
  readonly pulseKey: Buffer;
  readonly token: string;
  readonly version?: number;
  readonly r: string;
  readonly choice: Choice;
  readonly optionCount: number;
}): Lanes {
  const { pulseKey, token, version = FIRST_VERSION, r, choice, optionCount } = options;
  return add(
    encode(pulseKey, choice, optionCount),
    padOf(deriveKey(pulseKey, 'pad'), { token, version, r }, laneCount(optionCount)),
  );
}

/** e(new) − e(old) + pad(entry new) − pad(entry old): what is added when someone changes their answer. */
export function maskedChange(options: {
  readonly pulseKey: Buffer;
  readonly token: string;
  readonly optionCount: number;
  readonly from: { readonly choice: Choice; readonly version: number; readonly r: string };
  readonly to: { readonly choice: Choice; readonly version: number; readonly r: string };
}): Lanes {
  const { from, to, ...same } = options;
  return subtract(maskedVote({ ...same, ...to }), maskedVote({ ...same, ...from }));
}

/** Σ pad over everyone who answered: what stands between the tally and its totals. */
export function sumOfPads(pulseKey: Buffer, answered: readonly Entry[], optionCount: number): Lanes {
  const padKey = deriveKey(pulseKey, 'pad');
  const lanes = laneCount(optionCount);
  return answered.reduce((sum, entry) => add(sum, padOf(padKey, entry, lanes)), new Uint32Array(lanes));
}

/** The count lane alone, unmasked: how many answers stand. */
export function unmaskCount(tally: Lanes, pads: Lanes): number {
  return subtract(tally.subarray(0, 1), pads.subarray(0, 1))[0] ?? 0;
}

/** Answers per option. */
export type Totals = readonly number[];

/**
 * Every lane unmasked, or `undefined` if the lanes do not fit together: Σ options = count, no lane above the
 * count, the count not above the people who answered, and both MAC lanes right.
 */
export function unmaskTotals(
  pulseKey: Buffer,
  tally: Lanes,
  pads: Lanes,
  answered: number,
): Totals | undefined {
  const optionCount = tally.length - 1 - MAC_LANES;
  const lanes = subtract(tally, pads);
  const [count = 0, ...rest] = lanes;
  const totals = rest.slice(0, optionCount);
  const fits = totals.every((lane) => lane <= count) && sum(totals) === count && count <= answered;
  return fits && isEqual(lanes, expectedLanes(pulseKey, totals)) ? totals : undefined;
}

/** Σ e(choice) for these totals. */
function expectedLanes(pulseKey: Buffer, totals: Totals): Lanes {
  const lanes = new Uint32Array(laneCount(totals.length));
  totals.forEach((votes, choice) => {
    const one = encode(pulseKey, choice, totals.length);
    one.forEach((value, lane) => {
      lanes[lane] = (lanes[lane] ?? 0) + Math.imul(value, votes);
    });
  });
  return lanes;
}

/** e(choice). The same work for all of them: a withdrawal that took less time would be known by it. */
function encode(pulseKey: Buffer, choice: Choice, optionCount: number): Lanes {
  const lanes = new Uint32Array(laneCount(optionCount));
  const [option, counted] = choice === 'none' ? [0, 0] : [choice, 1];
  lanes[0] = counted;
  lanes[1 + option] = counted;
  const macKey = deriveKey(pulseKey, 'mac');
  const [ofCount, ofOption] = [weights(macKey, 'count'), weights(macKey, option)];
  for (let mac = 0; mac < MAC_LANES; mac += 1) {
    const both = ofCount.readUInt32LE(4 * mac) + ofOption.readUInt32LE(4 * mac);
    lanes[1 + optionCount + mac] = Math.imul(counted, both);
  }
  return lanes;
}

/** The secret weights of the count or of an option, one u32 for each of the MAC lanes. */
function weights(macKey: Buffer, of: number | 'count'): Buffer {
  return createHmac('sha512', macKey).update(`${of}`).digest();
}

/** Over the version too: an entry whose version was edited has another pad, and the lanes do not fit. */
function padOf(padKey: Buffer, { token, version, r }: Entry, lanes: number): Lanes {
  const bytes = createHmac('sha512', padKey).update(`${token}|${version}|${r}`).digest();
  return Uint32Array.from({ length: lanes }, (_, lane) => bytes.readUInt32LE(4 * lane));
}

const add = (left: Lanes, right: Lanes): Lanes => left.map((value, lane) => value + (right[lane] ?? 0));
const subtract = (left: Lanes, right: Lanes): Lanes => left.map((value, lane) => value - (right[lane] ?? 0));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const isEqual = (left: Lanes, right: Lanes): boolean => left.every((value, lane) => value === right[lane]);
