import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerValue, parseAnswerValue } from '../../src/pulse/button-value.ts';
import { EntryUnreadable, formatEntry, parseEntry } from '../../src/pulse/entry.ts';
import { deriveKey, type Purpose } from '../../src/pulse/pulse-key.ts';
import { pulseIdOf } from '../../src/pulse/pulse-record.ts';
import { NO_PAD } from '../../src/pulse/tally.ts';
import { freshR, keyNumber, team } from './samples.ts';

describe('an entry in Redis', () => {
  it('is always 40 characters, whatever the version', () => {
    for (const version of [0, 1, 15, 16, 255, 1_000_000, 2 ** 32 - 1])
      expect(formatEntry({ version, r: freshR() })).toHaveLength(40);
    expect(formatEntry({ version: 0, r: NO_PAD })).toBe('0'.repeat(40));
  });

  it('comes back as it went in', () => {
    const entry = { version: 3, r: freshR() };
    expect(parseEntry(formatEntry(entry))).toEqual(entry);
  });

  it.each([
    '',
    '1',
    'g'.repeat(40),
    '0'.repeat(39),
    '0'.repeat(41),
    `${'0'.repeat(39)}F`,
    `-${'0'.repeat(39)}`,
  ])('that somebody has edited to %j is not read as one, and the error does not repeat it', (text) => {
    expect(() => parseEntry(text)).toThrow(EntryUnreadable);
    expect(() => parseEntry(text)).toThrow(/^not an entry of a pulse$/);
  });
});

describe('the id of a pulse', () => {
  it('is made from the team and the planned instant, so that opening it twice finds the same one', () => {
    expect(pulseIdOf(team, 1_764_061_200_000)).toBe('TWORK-CTEAM-1764061200000');
  });
});

describe('what a button carries', () => {
  const values = fc
    .record({ opensAt: fc.nat(2 ** 42), optionCount: fc.integer({ min: 2, max: 9 }), roll: fc.nat() })
    .map(({ opensAt, optionCount, roll }) => ({
      pulseId: pulseIdOf(team, opensAt),
      choice: roll % optionCount,
      optionCount,
    }));

  it('comes back as it went out', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(parseAnswerValue(answerValue(value))).toEqual(value);
      }),
    );
  });

  it.each([
    '',
    'TWORK-CTEAM-1000',
    'TWORK-CTEAM-1000.1',
    'TWORK-CTEAM-1000.5.5',
    'TWORK-CTEAM-1000.-1.5',
    'TWORK-CTEAM-1000.1.55',
    'TWORK-CTEAM-1000.1.5.5',
    'TWORK-CTEAM-1000.1.5\n',
    'TWORK-CTEAM-1000.0x1.5',
    '../../etc/passwd.1.5',
    'TWORK-CTEAM-../x.1.5',
    'twork-cteam-1000.1.5',
    'TWORK-1000.1.5',
    ' TWORK-CTEAM-1000.1.5',
  ])('is refused when it has been made into %j', (text) => {
    expect(parseAnswerValue(text)).toBeUndefined();
  });

  it('is refused when it is any other text at all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const parsed = parseAnswerValue(text);
        expect(parsed === undefined || answerValue(parsed) === text).toBe(true);
      }),
    );
  });
});

describe('the keys made from a pulse’s key', () => {
  const purposes: readonly Purpose[] = ['token', 'pad', 'mac', 'change', 'noise', 'receipt'];

  it('are 32 bytes and all different, for each purpose and each pulse', () => {
    const keys = [1, 2].flatMap((pulse) => purposes.map((purpose) => deriveKey(keyNumber(pulse), purpose)));
    expect(keys.every((key) => key.length === 32)).toBe(true);
    expect(new Set(keys.map(String)).size).toBe(12);
  });

  it('are the same again, so that closing can unmask what answering masked', () => {
    expect(deriveKey(keyNumber(1), 'pad')).toEqual(deriveKey(keyNumber(1), 'pad'));
  });
});
