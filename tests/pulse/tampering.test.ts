import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, type Lanes, sumOfPads, type Totals, unmaskTotals } from '../../src/pulse/tally.ts';
import { freshR, keyNumber, tallyOf } from './samples.ts';

const pulseKey = keyNumber(7);
const choices = [0, 1, 1, 2, 3, 4, 4, 4];
const optionCount = 5;
const honest = tallyOf({ pulseKey, choices, optionCount });

function totals(tally: Lanes, entries: readonly Entry[]): Totals | undefined {
  return unmaskTotals(pulseKey, tally, sumOfPads(pulseKey, entries, optionCount), entries.length);
}

const edited = (changes: { readonly [lane: number]: number }): Lanes =>
  honest.tally.map((value, lane) => value + (changes[lane] ?? 0));

/** What someone who knows the lanes but not the weights would try first. */
const deltas = [
  ...Array.from({ length: 8 }, (_, at) => at + 1),
  256,
  65_536,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32 - 3,
];

describe('someone who edits what is stored', () => {
  it('would have changed nothing unnoticed: the honest tally is taken', () => {
    expect(totals(honest.tally, honest.entries)).toEqual([1, 2, 1, 1, 3]);
  });

  it.each(deltas)('is noticed whichever lane they add %i to', (delta) => {
    for (let lane = 0; lane < honest.tally.length; lane += 1)
      expect(totals(edited({ [lane]: delta }), honest.entries)).toBeUndefined();
  });

  it.each([1, 2, 3])('is noticed when they move %i answers from any option to any other', (votes) => {
    for (let from = 1; from <= optionCount; from += 1)
      for (let to = 1; to <= optionCount; to += 1)
        if (from !== to)
          expect(totals(edited({ [from]: -votes, [to]: votes }), honest.entries)).toBeUndefined();
  });

  it('is noticed when they add or take away an answer and correct the count', () => {
    for (let option = 1; option <= optionCount; option += 1)
      for (const votes of [-1, 1])
        expect(totals(edited({ 0: votes, [option]: votes }), honest.entries)).toBeUndefined();
  });

  it('is noticed whatever they add to however many lanes', () => {
    const change = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(change, (changes) => {
        fc.pre(changes.some((delta) => delta !== 0));
        expect(totals(edited(changes), honest.entries)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is noticed when they make anybody’s answer not given, or given by somebody who has not', () => {
    honest.entries.forEach((_, person) => {
      const without = honest.entries.filter((__, other) => other !== person);
      expect(totals(honest.tally, without)).toBeUndefined();
    });
    const silent = { token: 'f'.repeat(128), version: 1, r: freshR() };
    expect(totals(honest.tally, [...honest.entries, silent])).toBeUndefined();
  });

  it('is noticed when they change the r of anybody, or swap those of two people', () => {
    honest.entries.forEach((_, person) => {
      const other = (person + 1) % honest.entries.length;
      const withR = (r: string) =>
        honest.entries.map((entry, at) => (at === person ? { ...entry, r } : entry));
      expect(totals(honest.tally, withR(freshR()))).toBeUndefined();
      expect(totals(honest.tally, withR(honest.entries[other]?.r ?? ''))).toBeUndefined();
    });
  });

  it('is noticed when they put another pulse’s tally in its place', () => {
    const foreign = tallyOf({ pulseKey: keyNumber(8), choices, optionCount });
    expect(totals(foreign.tally, honest.entries)).toBeUndefined();
    expect(totals(foreign.tally, foreign.entries)).toBeUndefined();
  });
});

describe('the bounds of a tally', () => {
  it('hold against an answer added twice with its pad: more answers than people', () => {
    const [first] = honest.entries;
    const twice = [...honest.entries, ...(first ? [first] : [])];
    const pads = sumOfPads(pulseKey, twice, optionCount);
    const again = tallyOf({ pulseKey, choices: [0], optionCount });
    const tally = honest.tally.map((value, lane) => value + (again.tally[lane] ?? 0));
    const all = sumOfPads(pulseKey, [...honest.entries, ...again.entries], optionCount);
    expect(unmaskTotals(pulseKey, tally, all, honest.entries.length)).toBeUndefined();
    expect(unmaskTotals(pulseKey, tally, all, honest.entries.length + 1)).toEqual([2, 2, 1, 1, 3]);
    expect(unmaskTotals(pulseKey, honest.tally, pads, twice.length)).toBeUndefined();
  });
});
