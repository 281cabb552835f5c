import { describe, expect, it } from 'vitest';
import { markOf } from '../../src/pulse/record-mark.ts';
import { tokenOf } from '../../src/pulse/tally.ts';
import { keyNumber, sampleRecord } from './samples.ts';

const pulseKey = keyNumber(12);
const tokens = ['UANN', 'UBEN', 'UCAT'].map((user) => tokenOf(pulseKey, user));
const mark = markOf(pulseKey, sampleRecord(), tokens);

describe('the mark of a record', () => {
  it('is the same again at closing, whatever the order of the tokens', () => {
    expect(markOf(pulseKey, sampleRecord(), [...tokens].reverse())).toBe(mark);
  });

  it.each([
    { id: 'TWORK-CTEAM-1001' },
    { question: 'another' },
    { optionCount: 4 },
    { strained: [4] },
    { electorate: 9 },
    { threshold: 4 },
    { opensAt: 1 },
    { closesAt: 1 },
  ])('is another for %j', (fields) => {
    expect(markOf(pulseKey, sampleRecord(fields), tokens)).not.toBe(mark);
  });

  it('is another for each field of a record: none is left out', () => {
    const left = Object.entries(sampleRecord()).filter(([name, value]) => {
      const other = typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : [0];
      return markOf(pulseKey, { ...sampleRecord(), [name]: other }, tokens) === mark;
    });
    expect(left).toEqual([]);
  });

  it('is another for another electorate, and without the key nobody can make it', () => {
    expect(markOf(pulseKey, sampleRecord(), tokens.slice(1))).not.toBe(mark);
    expect(markOf(pulseKey, sampleRecord(), [...tokens, 'f'.repeat(128)])).not.toBe(mark);
    expect(markOf(keyNumber(13), sampleRecord(), tokens)).not.toBe(mark);
  });
});
