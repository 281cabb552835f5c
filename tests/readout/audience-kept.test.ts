import { describe, expect, it } from 'vitest';
import { directionOf, type History, historyFor, sinceOf } from '../../src/readout/readout.ts';
import { release } from '../../src/readout/release.ts';
import { chanceOfNoise } from '../games/cast/scripted-chance.ts';
import { sampleRecord, sampleTeam } from '../pulse/samples.ts';
import { sampleReadout } from './samples.ts';

/** Weekly readouts: the position of each, and `m` where it was published to managers only. */
const published = (...readouts: readonly string[]): History =>
  readouts.map((text, week) =>
    sampleReadout({
      closedAt: week,
      level: { position: Number.parseInt(text, 10), scale: 2 },
      audience: text.endsWith('m') ? 'managers' : 'everyone',
    }),
  );
const seenBy = (user: string, history: History) => historyFor(history, sampleTeam(), user);
const colleague = (...readouts: readonly string[]) => seenBy('UMATE', published(...readouts));

describe('a readout answered under “managers only”', () => {
  it('keeps the audience of its pulse', () => {
    const record = sampleRecord({ audience: 'managers' });
    const base = { record, totals: [8, 0, 0, 0, 0], chance: chanceOfNoise(0), history: [], rosterChanges: 0 };
    expect(release(base).audience).toBe('managers');
  });

  it('stays hidden from others when everyone may read the summary later; managers see all', () => {
    expect(colleague('0', '1m', '1').map(({ closedAt }) => closedAt)).toEqual([0, 2]);
    expect(seenBy('UMAN', published('0', '1m', '1'))).toEqual(published('0', '1m', '1'));
    expect(colleague('1m', '0m')).toEqual([]);
  });

  it('has no part in what others read of direction and since when', () => {
    for (const hidden of ['0m', '1m']) {
      const seen = colleague('0', hidden, '1');
      expect(directionOf(seen)).toBeUndefined();
      expect(sinceOf(seen)).toBe(2);
      expect(seen).toEqual(colleague('0', hidden === '0m' ? '1m' : '0m', '1'));
    }
    expect(sinceOf(colleague('1', '0m', '1'))).toBe(2);
    expect(directionOf(colleague('0m', '0', '1'))).toBe('heavier');
  });
});

describe('the first time of a question', () => {
  const isFirst = (asked: readonly string[], history: History = []) =>
    release({
      ...{ record: sampleRecord(), totals: [8, 0, 0, 0, 0], chance: chanceOfNoise(0) },
      ...{ history, asked, rosterChanges: 0 },
    }).isFirst;

  it('is so only where no pulse has asked it, one without a readout included', () => {
    expect(isFirst([])).toBe(true);
    expect(isFirst(['stuck-alone'])).toBe(true);
    expect(isFirst(['work-fits-hours'])).toBe(false);
    expect(isFirst([], published('0'))).toBe(false);
  });
});
