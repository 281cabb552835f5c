import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Band,
  bandsOf,
  KNOWN,
  levelName,
  levelOf,
  mostLevels,
  scaleFor,
} from '../../src/readout/level.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const size = ({ from, to }: Band) => to - from + 1;

/** Every number of answers up to 200 with every scale it allows. */
const allowed = range(5, 200).flatMap((answers) =>
  range(2, mostLevels(answers)).map((scale) => ({ answers, scale, bands: bandsOf(answers, scale) })),
);

describe('the bands of n answers, for every n up to 200 and every scale allowed', () => {
  it('follow one another without a gap from 0 to n', () => {
    for (const { answers, scale, bands } of allowed) {
      expect(bands).toHaveLength(scale);
      expect(bands.flatMap(({ from, to }) => range(from, to))).toEqual(range(0, answers));
    }
  });

  it('each reach up to at least c + 1 and down to at most n − c − 1', () => {
    for (const { answers, bands } of allowed)
      for (const { from, to } of bands) {
        expect(to).toBeGreaterThanOrEqual(KNOWN + 1);
        expect(from).toBeLessThanOrEqual(answers - KNOWN - 1);
      }
  });

  it('differ in size by one at most', () => {
    for (const { bands } of allowed) {
      const sizes = bands.map(size);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  it('give what is left over to the middle: no band is wider than one that is nearer to the middle', () => {
    for (const { scale, bands } of allowed) {
      const distance = (at: number) => Math.abs(at - (scale - 1) / 2);
      bands.forEach((band, at) => {
        const nearer = bands.filter((_, other) => distance(other) < distance(at));
        for (const other of nearer) expect(size(other)).toBeGreaterThanOrEqual(size(band));
      });
    }
  });

  it('give it to the lower one of two', () => {
    expect(bandsOf(6, 2)).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 6 },
    ]);
  });

  it('are those of the specification’s smallest pulses', () => {
    expect(bandsOf(5, 2).map(size)).toEqual([3, 3]);
    expect(bandsOf(8, 3).map(size)).toEqual([3, 3, 3]);
    expect(bandsOf(9, 3).map(size)).toEqual([3, 4, 3]);
    expect(bandsOf(12, 4).map(size)).toEqual([3, 4, 3, 3]);
    expect(bandsOf(14, 5).map(size)).toEqual([3, 3, 3, 3, 3]);
  });

  it('are refused where a scale is too fine, or is none', () => {
    for (const answers of range(0, 200)) {
      expect(() => bandsOf(answers, mostLevels(answers) + 1)).toThrow('too many levels');
      expect(() => bandsOf(answers, 1)).toThrow('too many levels');
    }
  });
});

describe('how many levels there are', () => {
  it('is min(5, ⌊(n + 1) / 3⌋), so two need five answers', () => {
    expect(range(0, 15).map(mostLevels)).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5]);
    expect(mostLevels(1000)).toBe(5);
  });

  it('is fixed by the electorate, whoever answers, as long as enough do', () => {
    const usual = (electorate: number) => mostLevels(Math.max(5, Math.round(0.65 * electorate)));
    for (const electorate of range(5, 200))
      for (const answers of range(5, electorate)) {
        const fits = mostLevels(answers);
        expect(scaleFor(electorate, answers, 5)).toBe(Math.min(usual(electorate), fits));
      }
  });

  it('does not grow when more answer than are expected to', () => {
    expect([5, 6, 7, 8].map((answers) => scaleFor(8, answers, 5))).toEqual([2, 2, 2, 2]);
    expect(range(14, 20).map((answers) => scaleFor(14, Math.min(14, answers), 5))).toEqual([
      3, 3, 3, 3, 3, 3, 3,
    ]);
  });

  it('is two, three, four and five from electorates of 5, 12, 17 and 21 on', () => {
    const first = (scale: number) =>
      range(5, 60).find((electorate) => scaleFor(electorate, electorate, 5) === scale);
    expect([2, 3, 4, 5].map(first)).toEqual([5, 12, 17, 21]);
  });
});

describe('a level', () => {
  it('is the band that holds the number of strained answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allowed), fc.nat(), ({ answers, scale, bands }, roll) => {
        const strained = roll % (answers + 1);
        const level = levelOf(strained, answers, scale);
        expect(level.scale).toBe(scale);
        const { from = -1, to = -1 } = bands[level.position] ?? {};
        expect(from <= strained && strained <= to).toBe(true);
      }),
    );
  });

  it('is refused for more strained answers than answers, and for fewer than none', () => {
    expect(() => levelOf(6, 5, 2)).toThrow('more strained answers than answers');
    expect(() => levelOf(-1, 5, 2)).toThrow();
  });

  it('has the words of the specification', () => {
    const words = (scale: number) =>
      range(0, scale - 1).map((position) => levelName({ position, scale }, 'en'));
    expect(words(2)).toEqual(['at most half', 'more than half']);
    expect(words(3)).toEqual(['few', 'about half', 'most']);
    expect(words(4)).toEqual(['few', 'some', 'many', 'most']);
    expect(words(5)).toEqual(['few', 'some', 'about half', 'many', 'most']);
  });

  it('that is on no scale has no word', () => {
    for (const level of [
      { position: 2, scale: 2 },
      { position: 0, scale: 6 },
      { position: -1, scale: 3 },
    ])
      expect(() => levelName(level, 'en')).toThrow('not a level');
  });

  it('of two says the truth about the half', () => {
    for (const { answers } of allowed.filter(({ scale }) => scale === 2))
      for (const strained of range(0, answers)) {
        const isMore = levelName(levelOf(strained, answers, 2), 'en') === 'more than half';
        expect(isMore).toBe(strained > answers / 2);
      }
  });
});
