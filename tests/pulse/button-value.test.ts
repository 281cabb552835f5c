import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerValue,
  changeValue,
  parseAnswerValue,
  parseChangeValue,
} from '../../src/pulse/button-value.ts';

const pulseId = 'TWORK-CTEAM-1000';
const sealed = 'A'.repeat(66);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
const seals = fc
  .array(fc.constantFrom(...letters), { minLength: 66, maxLength: 66 })
  .map((all) => all.join(''));

describe('what an answer button carries', () => {
  it('comes back as it went in, for every option of every question, sealed or not', () => {
    for (const optionCount of [2, 4, 5, 9])
      for (let choice = 0; choice < optionCount; choice += 1) {
        const value = { pulseId, choice, optionCount };
        expect(parseAnswerValue(answerValue(value))).toEqual(value);
        expect(parseAnswerValue(answerValue({ ...value, sealed }))).toEqual({ ...value, sealed });
      }
  });

  it('comes back whatever the seal', () => {
    fc.assert(
      fc.property(seals, (any) => {
        const value = { pulseId, choice: 'none', optionCount: 5, sealed: any } as const;
        expect(parseAnswerValue(answerValue(value))).toEqual(value);
        expect(parseChangeValue(changeValue({ pulseId, sealed: any }))).toEqual({ pulseId, sealed: any });
      }),
    );
  });

  it('fits into a button, with the longest ids Slack has', () => {
    const long = `T${'W'.repeat(20)}-C${'X'.repeat(20)}-9999999999999`;
    const value = answerValue({ pulseId: long, choice: 4, optionCount: 5, sealed });
    expect(parseAnswerValue(value)?.pulseId).toBe(long);
    expect(value.length).toBeLessThan(2_000);
  });

  it.each([
    ['an option that is not there', `${pulseId}.5.5`],
    ['withdrawing without a seal', `${pulseId}.x.5`],
    ['a seal cut short', `${pulseId}.1.5.${'A'.repeat(65)}`],
    ['a seal made longer', `${pulseId}.1.5.${'A'.repeat(67)}`],
    ['a seal with other letters', `${pulseId}.1.5.${'A'.repeat(65)}+`],
    ['two seals', `${pulseId}.1.5.${sealed}.${sealed}`],
    ['a negative option', `${pulseId}.-1.5`],
    ['an option in words', `${pulseId}.one.5`],
    ['a pulse without an instant', 'TWORK-CTEAM.1.5'],
    ['a pulse in small letters', 'twork-cteam-1000.1.5'],
    ['a path', '../../etc-C-1.1.5'],
    ['a line break at the end', `${pulseId}.1.5\n`],
    ['something before it', ` ${pulseId}.1.5`],
    ['nothing', ''],
  ])('is refused with %s', (_what, text) => {
    expect(parseAnswerValue(text)).toBeUndefined();
  });

  it('is never more than it was made of: what parses is made again as it was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        const value = parseAnswerValue(text);
        if (value !== undefined) expect(answerValue(value)).toBe(text);
      }),
    );
  });
});

describe('what *Change my answer* carries', () => {
  it.each([
    ['no seal', pulseId],
    ['a seal cut short', `${pulseId}.${'A'.repeat(65)}`],
    ['an option', `${pulseId}.1.${sealed}`],
    ['nothing', ''],
  ])('is refused with %s', (_what, text) => {
    expect(parseChangeValue(text)).toBeUndefined();
  });

  it('is no answer, and an answer is not it', () => {
    expect(parseAnswerValue(changeValue({ pulseId, sealed }))).toBeUndefined();
    expect(parseChangeValue(answerValue({ pulseId, choice: 1, optionCount: 5, sealed }))).toBeUndefined();
  });
});
