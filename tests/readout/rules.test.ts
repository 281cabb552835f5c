import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { scaleFor } from '../../src/readout/level.ts';
import { mayPublish } from '../../src/readout/may-publish.ts';
import { participationOf } from '../../src/readout/participation.ts';
import { directionOf, shortMemory, sinceOf } from '../../src/readout/readout.ts';
import { type Closed, release, withReadout } from '../../src/readout/release.ts';
import { chanceOfNoise } from '../games/cast/scripted-chance.ts';
import { keyNumber, sampleRecord } from '../pulse/samples.ts';
import { history, sampleReadout } from './samples.ts';

describe('whether anything is published', () => {
  it('needs five answers, whatever a record says', () => {
    for (const threshold of [0, 1, 4, 5]) {
      expect(mayPublish({ answered: 4, electorate: 20, threshold })).toBe(false);
      expect(mayPublish({ answered: 5, electorate: 20, threshold })).toBe(true);
    }
  });

  it('needs as many as the team has asked for, where that is more', () => {
    expect(mayPublish({ answered: 7, electorate: 20, threshold: 8 })).toBe(false);
    expect(mayPublish({ answered: 8, electorate: 20, threshold: 8 })).toBe(true);
  });

  it('is no where more have answered than were asked', () => {
    expect(mayPublish({ answered: 9, electorate: 8, threshold: 5 })).toBe(false);
  });

  it('has no argument an answer could be in', () => {
    expect(mayPublish).toHaveLength(1);
    const counts = { answered: 6, electorate: 8, threshold: 5 };
    expect(mayPublish({ ...counts, ...{ totals: [6, 0, 0, 0, 0] } })).toBe(mayPublish(counts));
  });
});

describe('how many took part', () => {
  it('is not said below an electorate of 16', () => {
    for (let electorate = 5; electorate < 16; electorate += 1)
      for (let answers = 5; answers <= electorate; answers += 1)
        expect(participationOf(answers, { electorate, threshold: 5 })).toBeNull();
  });

  it('is said in three coarse words from 16 on', () => {
    expect(
      [5, 7, 8, 12, 13, 16].map((answers) => participationOf(answers, { electorate: 16, threshold: 5 })),
    ).toEqual([
      'fewer than half',
      'fewer than half',
      'half to three quarters',
      'half to three quarters',
      'more than three quarters',
      'more than three quarters',
    ]);
  });
});

/** How many numbers of answers fit what is shown, cell by cell: scale, and words about participation. */
function numbersThatFit(
  electorate: number,
  threshold: number,
  scaleOf: typeof scaleFor = scaleFor,
  wordsOf: typeof participationOf = participationOf,
): readonly number[] {
  const cells = new Map<string, number>();
  for (let answers = threshold; answers <= electorate; answers += 1) {
    const words = wordsOf(answers, { electorate, threshold });
    const cell = `${scaleOf(electorate, answers, threshold)} ${words}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells.values()];
}

describe('the scale and the words about participation, together', () => {
  const thresholds = Array.from({ length: 46 }, (_, at) => at + 5);
  const sizes = (threshold: number) => Array.from({ length: 100 }, (_, at) => threshold + 1 + at);

  it('leave two numbers of answers or more, whatever the electorate and the threshold', () => {
    for (const threshold of thresholds)
      for (const electorate of sizes(threshold))
        expect([electorate, threshold, Math.min(...numbersThatFit(electorate, threshold))]).not.toContain(1);
  });

  it('would leave one where every fitting scale is used, or the words are said regardless: the test is not blind', () => {
    const everyScale: typeof scaleFor = (electorate, answers) => scaleFor(electorate, answers, answers);
    const found = (
      ...rules: Parameters<typeof numbersThatFit> extends [number, number, ...infer R] ? R : never
    ) =>
      thresholds.flatMap((threshold) =>
        sizes(threshold).filter((size) => numbersThatFit(size, threshold, ...rules).includes(1)),
      );
    expect(found(everyScale)).not.toEqual([]);
    const regardless: typeof participationOf = (answers, { electorate }) =>
      answers / electorate < 0.5 ? 'fewer than half' : 'half to three quarters';
    expect(found(scaleFor, regardless)).not.toEqual([]);
  });

  it('are said in most larger teams all the same', () => {
    const silent = sizes(5).filter(
      (electorate) => participationOf(electorate, { electorate, threshold: 5 }) === null,
    );
    expect(silent.filter((electorate) => electorate >= 16).length).toBeLessThan(20);
  });
});

describe('the short memory', () => {
  it('keeps the last eight, oldest first', () => {
    const long = history(Array.from({ length: 12 }, (_, at) => [at % 2, 2]));
    expect(shortMemory(long, long.at(-1)?.closedAt ?? 0)).toEqual(long.slice(4));
  });

  it('keeps nothing that is older than a year', () => {
    const old = [sampleReadout({ closedAt: 0 }), sampleReadout({ closedAt: DAY })];
    expect(shortMemory(old, 365 * DAY)).toEqual(old);
    expect(shortMemory(old, 365 * DAY + 1)).toEqual(old.slice(1));
    expect(shortMemory(old, 500 * DAY)).toEqual([]);
  });

  it('forgets on writing too: the ninth readout pushes the first one out', () => {
    const eight = history(Array.from({ length: 8 }, () => [0, 2]));
    const ninth = sampleReadout({ closedAt: (eight.at(-1)?.closedAt ?? 0) + DAY });
    expect(withReadout(eight, ninth)).toEqual([...eight.slice(1), ninth]);
    expect(withReadout(eight, sampleReadout({ closedAt: 22_000 * DAY }))).toHaveLength(1);
  });
});

describe('the level that a pulse had and that is not displayed', () => {
  it('is kept of the newest readout alone: of older ones it would tell more than was shown', () => {
    const undisplayed = { position: 1, scale: 2 };
    const [first, second] = [sampleReadout({ undisplayed }), sampleReadout({ undisplayed, step: 1 })];
    expect(withReadout([first], second)).toEqual([sampleReadout(), second]);
  });
});

describe('the direction', () => {
  const direction = (...levels: readonly (readonly [number, number])[]) => directionOf(history(levels));

  it('is not known from one readout or none', () => {
    expect(direction()).toBeUndefined();
    expect(direction([1, 2])).toBeUndefined();
  });

  it('compares the last two', () => {
    expect(direction([0, 3], [2, 3])).toBe('heavier');
    expect(direction([0, 3], [2, 3], [1, 3])).toBe('calmer');
    expect(direction([0, 3], [2, 3], [2, 3])).toBe('same');
  });

  it('compares by the position on the scale where the scale has changed', () => {
    expect(direction([2, 3], [4, 5])).toBe('same');
    expect(direction([1, 3], [2, 5])).toBe('same');
    expect(direction([1, 2], [2, 4])).toBe('calmer');
    expect(direction([0, 2], [1, 5])).toBe('heavier');
  });
});

describe('the direction after roster changes', () => {
  it('is not told where the readout is not comparable with the one before', () => {
    const [before, now] = history([
      [0, 3],
      [2, 3],
    ]).map((readout, at) => ({ ...readout, isComparable: at === 0 }));
    if (before === undefined || now === undefined) throw new Error('there are two readouts');
    expect(directionOf([before, now])).toBeUndefined();
    expect(directionOf([now, before])).toBe('calmer');
  });
});

describe('since when', () => {
  it('is the first of the last readouts that are all at the same level', () => {
    const readouts = history([
      [1, 3],
      [0, 3],
      [1, 3],
      [1, 3],
    ]);
    expect(sinceOf(readouts)).toBe(readouts[2]?.closedAt);
    expect(sinceOf(readouts.slice(0, 2))).toBe(readouts[1]?.closedAt);
    expect(sinceOf(readouts.slice(2))).toBe(readouts[2]?.closedAt);
    expect(sinceOf([])).toBeUndefined();
  });

  it('starts anew where the word has changed with the scale', () => {
    const readouts = history([
      [0, 2],
      [0, 3],
    ]);
    expect(sinceOf(readouts)).toBe(readouts[1]?.closedAt);
  });
});

describe('the release of a pulse', () => {
  const closed = (fields: Partial<Closed> = {}): Closed => ({
    ...{ record: sampleRecord(), totals: [2, 1, 1, 1, 1], history: [], rosterChanges: 0 },
    chance: chanceOfNoise(0),
    ...fields,
  });

  it('is a level and a step, with participation for larger teams only, and no number of answers', () => {
    const level = { position: 0, scale: 2 };
    expect(release(closed())).toEqual({
      ...{ closedAt: 2000, level, undisplayed: level, participation: null, step: 0 },
      ...{ audience: 'everyone', isFirst: true, isComparable: true, rosterChanges: 0 },
    });
    const large = release(closed({ record: sampleRecord({ electorate: 21 }), totals: [2, 2, 2, 4, 3] }));
    expect(large.participation).toBe('half to three quarters');
    expect(large.level).toEqual({ position: 2, scale: 4 });
  });

  it('has soft edges: what is banded is the number of strained answers with the noise', () => {
    const positions = [-2, -1, 0, 1, 2].map(
      (noise) => release(closed({ totals: [3, 1, 0, 2, 1], chance: chanceOfNoise(noise) })).level.position,
    );
    expect(positions).toEqual([0, 0, 0, 1, 1]);
  });

  it('depends on the number of strained answers and of answers alone, not on which options they were', () => {
    const totals = fc.array(fc.nat(6), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(totals, fc.nat(255), ([a = 0, b = 0, c = 0, d = 0, e = 0], number) => {
        fc.pre(a + b + c + d + e >= 5);
        const of = (someTotals: readonly number[]) =>
          release(
            closed({
              record: sampleRecord({ electorate: 30 }),
              totals: someTotals,
              chance: createKeyedStream(keyNumber(number)),
            }),
          );
        expect(of([a, b, c, d, e])).toEqual(of([a + b + c, 0, 0, 0, d + e]));
      }),
    );
  });

  it('counts the steps up from one readout of the question to the next', () => {
    expect(release(closed({ history: [sampleReadout({ step: 6 })] })).step).toBe(7);
  });

  it('shows another level once two pulses lie on the same side of the one that is shown', () => {
    const calm = withReadout([], release(closed({ totals: [6, 0, 0, 0, 0] })));
    const strained = { totals: [0, 0, 0, 0, 6] };
    const once = withReadout(calm, release(closed({ ...strained, history: calm })));
    expect(once.at(-1)).toMatchObject({
      level: { position: 0, scale: 2 },
      undisplayed: { position: 1, scale: 2 },
    });
    const twice = release(closed({ ...strained, history: once }));
    expect(twice.level).toEqual({ position: 1, scale: 2 });
  });
});
