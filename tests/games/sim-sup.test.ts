import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Counts } from '../../src/pulse/pulse-closing.ts';
import { mayPublish } from '../../src/readout/may-publish.ts';
import { cellsOf, closePulse, type Publishing, type Pulse, publishAsWeDo } from './cast/cells.ts';
import { createDice, type Dice } from './cast/dice.ts';
import { range } from './cast/range.ts';
import { OPTIONS } from './cast/simulated-team.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const seed = seedOf('SIM-SUP');
/** Random answers to try where there are too many vectors for all. */
const TRIES = 60;

/** A well-meant rule that the game must catch: silence about a unanimous result says that it was unanimous. */
const unlessUnanimous: Publishing = (pulse, answers) => {
  const published = publishAsWeDo(pulse, answers);
  return new Set(answers).size === 1 ? undefined : published;
};

/** Another: warning of a heavy level only where there is one. */
const withWarning: Publishing = (pulse, answers) => {
  const published = publishAsWeDo(pulse, answers);
  if (published?.undisplayed === undefined) return published;
  const { position, scale } = published.undisplayed;
  return position === scale - 1 ? { ...published, participation: 'more than three quarters' } : published;
};

const small = pulsesOf(range(5, 7), range(5, 9));
const large = pulsesOf([8, 9, 11, 12, 14, 17, 20, 26, 40], [9, 12, 16, 17, 20, 21, 33, 60]);

describe('SIM-SUP: for fixed counts and rosters, the cells that are published', () => {
  it('are the same for every vector of answers, in small teams, trying all of them', () => {
    expect(
      small.filter((pulse) => differentCells(pulse, everyVector(pulse.answered), publishAsWeDo) > 1),
    ).toEqual([]);
  });

  it(`are the same for random and for unanimous answers, in larger teams (SEED=${seed})`, () => {
    const dice = createDice(seed);
    const leaks = large.filter(
      (pulse) => differentCells(pulse, someVectors(pulse.answered, dice), publishAsWeDo) > 1,
    );
    expect(leaks).toEqual([]);
  });

  it('are none below the threshold, for every vector of answers', () => {
    for (const pulse of pulsesOf(range(0, 4), [5, 8]))
      for (const answers of everyVector(pulse.answered))
        expect(publishAsWeDo(pulse, answers)).toBeUndefined();
  });

  it('are caught differing where unanimity is suppressed, or heavy levels say more: the game is not blind', () => {
    for (const rule of [unlessUnanimous, withWarning])
      for (const pulse of small)
        expect(differentCells(pulse, everyVector(pulse.answered), rule)).toBeGreaterThan(1);
  });

  it.each([
    { name: 'all calm', answers: [0, 0, 0, 0, 0] },
    { name: 'all strained', answers: [4, 4, 4, 4, 4] },
    { name: 'mixed', answers: [0, 1, 2, 3, 4] },
  ])('are there at the end of a real closing too, when answers are $name', async ({ answers }) => {
    const pulse: Pulse = { answered: 5, electorate: 8, threshold: 5, rosterChanges: 0, history: 'none' };
    const closed = await closePulse(pulse, answers);
    expect(cellsOf(closed)).toEqual(cellsOf(publishAsWeDo(pulse, [2, 2, 2, 2, 2])));
  });

  it('reports what it found', () => {
    const leaking = (rule: Publishing) =>
      small.filter((pulse) => differentCells(pulse, everyVector(pulse.answered), rule) > 1).length;
    recordGame({
      game: 'SIM-SUP',
      attacker: `cells differ in ${leaking(publishAsWeDo)} of ${small.length} pulses`,
      control: `unanimity suppressed: in ${leaking(unlessUnanimous)}`,
    });
  });
});

describe('what decides whether anything is published', () => {
  it('is given counts by its type, and nothing an answer could be in', () => {
    expectTypeOf<Parameters<typeof mayPublish>>().toEqualTypeOf<[Counts]>();
    expectTypeOf<Counts>().toEqualTypeOf<{
      readonly answered: number;
      readonly electorate: number;
      readonly threshold: number;
    }>();
    expectTypeOf(mayPublish).returns.toBeBoolean();
  });

  it('looks at nothing else at run time either', () => {
    const read = new Set<string | symbol>();
    const counts = { answered: 6, electorate: 8, threshold: 5, totals: [6, 0, 0, 0, 0] };
    mayPublish(
      new Proxy(counts, {
        get: (target, name) => {
          read.add(name);
          return Reflect.get(target, name);
        },
      }),
    );
    expect(read).toEqual(new Set(['answered', 'electorate', 'threshold']));
  });
});

/** Every combination of counts, rosters and what was published before. */
function pulsesOf(answers: readonly number[], electorates: readonly number[]): readonly Pulse[] {
  return answers.flatMap((answered) =>
    electorates
      .filter((electorate) => electorate >= answered)
      .flatMap((electorate) =>
        (['none', 'calm', 'other scale'] as const).flatMap((history) =>
          [0, 2, 5].map((rosterChanges) => ({ answered, electorate, threshold: 5, rosterChanges, history })),
        ),
      ),
  );
}

/** How many different sets of cells these answers lead to. */
function differentCells(pulse: Pulse, vectors: Iterable<readonly number[]>, rule: Publishing): number {
  const cells = new Set<string>();
  for (const answers of vectors) cells.add(JSON.stringify(cellsOf(rule(pulse, answers))));
  return cells.size;
}

/** Every vector of strained and calm answers (the release sees no more of them: see tests/readout/rules.test.ts). */
function everyVector(answered: number): readonly (readonly number[])[] {
  return range(0, 2 ** answered - 1).map((vector) =>
    range(0, answered - 1).map((person) => (((vector >> person) & 1) === 1 ? OPTIONS - 1 : 0)),
  );
}

function* someVectors(answered: number, dice: Dice): Generator<readonly number[]> {
  for (const option of range(0, OPTIONS - 1)) yield range(1, answered).map(() => option);
  for (let tried = 0; tried < TRIES; tried += 1)
    yield range(1, answered).map(() => Math.floor(dice.share() * OPTIONS));
}
