import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEK } from '../../src/duration.ts';
import type { PulseRecord } from '../../src/pulse/pulse-record.ts';
import type { History } from '../../src/readout/readout.ts';
import { type Closed, release, withReadout } from '../../src/readout/release.ts';
import { chanceOfNoise } from '../games/cast/scripted-chance.ts';
import { sampleRecord } from '../pulse/samples.ts';

const NOBODY: History = [];

/** Releases a pulse of eight with that many strained of eight answers, without noise unless told. */
function released(strained: number, fields: Partial<Closed> & { readonly record?: PulseRecord } = {}) {
  const totals = [8 - strained, 0, 0, strained, 0];
  const base = {
    record: sampleRecord(),
    totals,
    chance: chanceOfNoise(0),
    history: NOBODY,
    rosterChanges: 0,
  };
  return release({ ...base, ...fields });
}

/** The history after pulses with these numbers of strained answers, week by week. */
const historyOf = (...strained: readonly number[]): History =>
  strained.reduce<History>((history, count, week) => {
    const record = sampleRecord({ closesAt: (week + 1) * WEEK });
    return withReadout(history, released(count, { record, history }));
  }, NOBODY);

const position = (history: History): number | undefined => history.at(-1)?.level.position;

describe('the release of a pulse', () => {
  it('bands the number after the noise, not before', () => {
    expect(released(4).level).toEqual({ position: 0, scale: 2 });
    expect(released(4, { chance: chanceOfNoise(1) }).level).toEqual({ position: 1, scale: 2 });
    expect(released(5, { chance: chanceOfNoise(-1) }).level).toEqual({ position: 0, scale: 2 });
  });

  it('counts the options that the question calls strained, and no others', () => {
    const record = sampleRecord({ strained: [0, 4] });
    expect(released(0, { record, totals: [3, 1, 1, 0, 3] }).level.position).toBe(1);
    expect(released(0, { record, totals: [0, 3, 1, 3, 1] }).level.position).toBe(0);
  });

  it('depends on how many were strained of how many alone, not on which options they chose', () => {
    const totals = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(totals, ([a = 0, b = 0, c = 0, d = 0, e = 0]) => {
        const record = sampleRecord({ electorate: 30 });
        expect(released(0, { record, totals: [a, b, c, d, e] })).toEqual(
          released(0, { record, totals: [a + b + c, 0, 0, 0, d + e] }),
        );
      }),
    );
  });

  it('shows the second of two weeks on the other side, not the first', () => {
    expect(position(historyOf(1, 7))).toBe(0);
    expect(position(historyOf(1, 7, 7))).toBe(1);
    expect(position(historyOf(1, 7, 1, 7))).toBe(0);
  });

  it('compares with what the last pulse itself had, not with what was shown then', () => {
    expect(historyOf(1, 7).at(-1)).toMatchObject({ level: { position: 0 }, undisplayed: { position: 1 } });
  });

  it('says nothing of participation below 16 people, and coarse words from there on', () => {
    expect(released(4).participation).toBeNull();
    expect(released(4, { record: sampleRecord({ electorate: 16 }) }).participation).toBe(
      'half to three quarters',
    );
  });

  it('counts the steps up from one readout of the question to the next', () => {
    expect(historyOf(1, 1, 1).map(({ step }) => step)).toEqual([0, 1, 2]);
  });
});

describe('roster changes since the readout before', () => {
  const comparable = (before: number, now: number) => {
    const history = withReadout(NOBODY, released(4, { rosterChanges: before }));
    return released(4, { history, rosterChanges: now }).isComparable;
  };

  it('of one to four people make two readouts incomparable', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((changes) => comparable(10, 10 + changes))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('do not matter for the first readout', () => {
    expect(released(4, { rosterChanges: 2 }).isComparable).toBe(true);
  });

  it('change nothing but the comparison', () => {
    const history = historyOf(1, 7);
    const { isComparable: _, rosterChanges: __, ...quiet } = released(7, { history, rosterChanges: 0 });
    expect(released(7, { history, rosterChanges: 2 })).toMatchObject(quiet);
  });
});

describe('the history with a new readout', () => {
  it('keeps the level that was not displayed for the newest alone', () => {
    const history = historyOf(1, 7, 7);
    expect(history.map((readout) => 'undisplayed' in readout)).toEqual([false, false, true]);
  });

  it('holds eight at most, the oldest gone first', () => {
    const history = historyOf(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    expect(history.map(({ step }) => step)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
