import { describe, expect, it } from 'vitest';
import {
  exactShown,
  type Look,
  levelShown,
  movesInSteadyYear,
  weeksUntilRise,
} from './cast/changing-team.ts';
import { createDice } from './cast/dice.ts';
import { range } from './cast/range.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const seed = seedOf('USE');
const TEAMS = 4000;
const STEADY_TEAMS = 200;
const BEFORE = 0.2;
const AFTER = 0.7;
const MOST_MOVES = 6;

/** The goals, and what the specification's own simulation gave. */
const electorates = [
  { electorate: 8, most: 9, simulated: { median: 3, late: 7, moves: 0.7 } },
  { electorate: 14, most: 5, simulated: { median: 1, late: 4, moves: 2.8 } },
  { electorate: 20, most: 3, simulated: { median: 1, late: 1, moves: 4.8 } },
  { electorate: 30, most: 3, simulated: { median: 1, late: 1, moves: 5 } },
] as const;

const rises = new Map(
  electorates.map(({ electorate }) => [electorate, rise(electorate, levelShown)] as const),
);
const exactRises = electorates.map(({ electorate }) => rise(electorate, exactShown));
const moves = new Map(
  electorates.map(({ electorate }) => [electorate, steadyMoves(electorate, BEFORE)] as const),
);

describe(`USE: a team whose strained share jumps from 20 % to 70 % (SEED=${seed})`, () => {
  it.each(electorates)(
    'of $electorate sees it within $most weeks, nine times in ten',
    ({ electorate, most }) => {
      expect(rises.get(electorate)?.late).toBeLessThanOrEqual(most);
    },
  );

  it.each(electorates)(
    'of $electorate sees it about as soon as the specification says, give or take two weeks',
    ({ electorate, simulated }) => {
      const { median = 0, late = 0 } = rises.get(electorate) ?? {};
      expect(median).toBeLessThanOrEqual(simulated.median + 2);
      expect(late).toBeLessThanOrEqual(simulated.late + 2);
    },
  );

  it('would see it at once in exact numbers: what the anonymity costs is measured against that', () => {
    expect(exactRises.map(({ median }) => median)).toEqual([0, 0, 0, 0]);
  });
});

describe('USE: a team in a steady year', () => {
  it.each(electorates)('of $electorate sees at most 6 moves, whatever its share', ({ electorate }) => {
    for (const share of [0.2, 0.35, 0.5, 0.65, 0.8])
      expect(steadyMoves(electorate, share)).toBeLessThanOrEqual(MOST_MOVES);
  });

  it.each(electorates)(
    'of $electorate sees about as many as the specification says',
    ({ electorate, simulated }) => {
      expect(Math.abs((moves.get(electorate) ?? 0) - simulated.moves)).toBeLessThan(0.75);
    },
  );

  it('reports what it found', () => {
    electorates.forEach(({ electorate }, at) => {
      const { median, late } = rises.get(electorate) ?? {};
      const exact = exactRises[at];
      recordGame({
        game: `USE, ${String(electorate).padStart(2)} people`,
        attacker: `seen in ${median} weeks, 90th ${late}; ${(moves.get(electorate) ?? 0).toFixed(1)} moves a year`,
        control: `exact numbers: ${exact?.median} weeks, 90th ${exact?.late}`,
      });
    });
  });
});

/** The median and the 90th percentile of the weeks until what is shown rises. */
function rise(electorate: number, look: Look): { readonly median: number; readonly late: number } {
  const dice = createDice(`${seed} rise ${electorate} ${look.name}`);
  const weeks = range(1, TEAMS)
    .map(() => weeksUntilRise({ electorate, look, dice }, BEFORE, AFTER))
    .filter((waited) => waited !== 'top')
    .sort((one, other) => one - other);
  const at = (share: number) => weeks[Math.ceil(share * weeks.length) - 1] ?? Number.POSITIVE_INFINITY;
  return { median: at(0.5), late: at(0.9) };
}

function steadyMoves(electorate: number, share: number): number {
  const dice = createDice(`${seed} steady ${electorate} ${share}`);
  const all = range(1, STEADY_TEAMS).map(() =>
    movesInSteadyYear({ electorate, look: levelShown, dice }, share),
  );
  return all.reduce((sum, count) => sum + count, 0) / STEADY_TEAMS;
}
