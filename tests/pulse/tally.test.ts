import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  laneCount,
  maskedVote,
  NO_PAD,
  sumOfPads,
  tokenOf,
  unmaskCount,
  unmaskTotals,
} from '../../src/pulse/tally.ts';
import { freshR, keyNumber, tallyOf } from './samples.ts';

const pulseKey = keyNumber(1);
const token = tokenOf(pulseKey, 'UANN');
const vote = (choice: Choice, r: string, options = 5) =>
  maskedVote({ pulseKey, token, r, choice, optionCount: options });

/** A number of options and choices among them, some withdrawn. */
const histories = fc.integer({ min: 2, max: 9 }).chain((optionCount) =>
  fc.record({
    optionCount: fc.constant(optionCount),
    choices: fc.array(fc.oneof(fc.integer({ min: 0, max: optionCount - 1 }), fc.constant('none' as const)), {
      maxLength: 40,
    }),
  }),
);

describe('the masked tally', () => {
  it('gives back the count and the totals of any choices, once the pads are off', () => {
    fc.assert(
      fc.property(histories, ({ optionCount, choices }) => {
        const { tally, entries } = tallyOf({ pulseKey, choices, optionCount });
        const pads = sumOfPads(pulseKey, entries, optionCount);
        const votes = choices.filter((choice) => choice !== 'none');
        expect(unmaskCount(tally, pads)).toBe(votes.length);
        expect(unmaskTotals(pulseKey, tally, pads, entries.length)).toEqual(
          Array.from(
            { length: optionCount },
            (_, option) => votes.filter((voted) => voted === option).length,
          ),
        );
      }),
    );
  });

  it('adds the same whichever order people answer in', () => {
    const choices = [0, 1, 2, 3, 4, 4];
    const { tally, entries } = tallyOf({ pulseKey, choices, optionCount: 5 });
    const pads = sumOfPads(pulseKey, [...entries].reverse(), 5);
    expect(unmaskTotals(pulseKey, tally, pads, 6)).toEqual([1, 1, 1, 1, 2]);
  });

  it('counts a thousand people who all chose the same', () => {
    const choices = Array.from({ length: 1000 }, () => 4);
    const { tally, entries } = tallyOf({ pulseKey, choices, optionCount: 5 });
    const pads = sumOfPads(pulseKey, entries, 5);
    expect(unmaskTotals(pulseKey, tally, pads, 1000)).toEqual([0, 0, 0, 0, 1000]);
  });

  it('lets a changed answer replace the old one: e(new) − e(old) with both pads', () => {
    const [before, after] = [freshR(), freshR()];
    const [old, changed] = [vote(3, before), vote(0, after)];
    const tally = old.map((value, lane) => value + ((changed[lane] ?? 0) - (old[lane] ?? 0)));
    const pads = sumOfPads(pulseKey, [{ token, version: 1, r: after }], 5);
    expect(unmaskTotals(pulseKey, tally, pads, 1)).toEqual([1, 0, 0, 0, 0]);
  });

  it('a withdrawn vote is its pad and nothing else', () => {
    const r = freshR();
    expect(vote('none', r)).toEqual(sumOfPads(pulseKey, [{ token, version: 1, r }], 5));
  });

  it('has nothing to take off where nobody has answered', () => {
    expect(sumOfPads(pulseKey, [], 5)).toEqual(new Uint32Array(8));
  });
});

describe('what a store sees of a vote', () => {
  it('has a lane for the count, one per option and two for the MACs, whatever was chosen', () => {
    for (const optionCount of [2, 4, 5, 9]) {
      const choices: Choice[] = ['none', ...Array.from({ length: optionCount }, (_, option) => option)];
      const lengths = choices.map((choice) => vote(choice, freshR(), optionCount).byteLength);
      expect(new Set(lengths)).toEqual(new Set([4 * laneCount(optionCount)]));
      expect(laneCount(optionCount)).toBe(optionCount + 3);
    }
  });

  it('is other in every lane for another r, another person and another key', () => {
    const r = freshR();
    const one = vote(2, r);
    const ben = tokenOf(pulseKey, 'UBEN');
    const others = [
      vote(2, freshR()),
      maskedVote({ pulseKey, token: ben, r, choice: 2, optionCount: 5 }),
      maskedVote({ pulseKey: keyNumber(2), token, r, choice: 2, optionCount: 5 }),
    ];
    for (const other of others) expect(one.filter((value, lane) => value === other[lane])).toHaveLength(0);
  });

  it('does not show the difference of two attempts, since each has a pad of its own', () => {
    const differences = Array.from({ length: 50 }, () => {
      const [one, other] = [vote(0, freshR()), vote(4, freshR())];
      return (one[0] ?? 0) - (other[0] ?? 0);
    });
    expect(new Set(differences).size).toBeGreaterThan(45);
    const r = freshR();
    expect((vote(0, r)[0] ?? 0) - (vote(4, r)[0] ?? 0)).toBe(0);
  });

  it('is the same again for the same key, person, r and choice: closing makes the pads anew', () => {
    expect(vote(1, NO_PAD)).toEqual(vote(1, NO_PAD));
  });

  it('has two MAC lanes with weights of their own, and others for each option and each pulse', () => {
    const macsOf = (key: Buffer, choice: Choice) => {
      const r = freshR();
      const one = { pulseKey: key, token, r, optionCount: 5 };
      const pad = maskedVote({ ...one, choice: 'none' });
      return [...maskedVote({ ...one, choice }).map((value, lane) => value - (pad[lane] ?? 0))].slice(6);
    };
    const macs = [0, 1, 2, 3, 4].flatMap((choice) => [1, 2].flatMap((key) => macsOf(keyNumber(key), choice)));
    expect(macs).toHaveLength(20);
    expect(new Set(macs).size).toBe(20);
  });

  it('is spread over all 32 bits of every lane', () => {
    const seen = new Uint32Array(8);
    for (let attempt = 0; attempt < 200; attempt += 1)
      vote(0, freshR()).forEach((value, lane) => {
        seen[lane] = (seen[lane] ?? 0) | value;
      });
    expect([...seen]).toEqual(Array.from({ length: 8 }, () => 0xffff_ffff));
  });
});

describe('a token', () => {
  it('is 128 hex characters, long enough that Redis keeps the hash as a hash table', () => {
    for (const user of ['U1', 'UANN', 'W'.repeat(40)])
      expect(tokenOf(pulseKey, user)).toMatch(/^[0-9a-f]{128}$/);
  });

  it('is one person’s in one pulse: another key or another person has another', () => {
    const tokens = [1, 2].flatMap((key) => ['U1', 'U2'].map((user) => tokenOf(keyNumber(key), user)));
    expect(new Set(tokens).size).toBe(4);
    expect(tokenOf(pulseKey, 'UANN')).toBe(token);
  });
});
