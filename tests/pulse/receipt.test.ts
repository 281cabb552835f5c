import { describe, expect, it } from 'vitest';
import { receiptList, receiptOf } from '../../src/pulse/receipt.ts';
import { type Entry, NO_PAD, tokenOf } from '../../src/pulse/tally.ts';
import { receiptsMessage } from '../../src/readout/receipts-view.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { freshR, keyNumber } from './samples.ts';

const pulseKey = keyNumber(6);
const token = (person: number) => tokenOf(pulseKey, `U${person}`);
/** So many people, the first `answered` of whom have answered once. */
const electorate = (size: number, answered: number): readonly Entry[] =>
  Array.from({ length: size }, (_, at) =>
    at < answered
      ? { token: token(at), version: 1, r: freshR() }
      : { token: token(at), version: 0, r: NO_PAD },
  );

describe('a receipt', () => {
  it('is two times five letters that cannot be misread', () => {
    for (let person = 0; person < 200; person += 1)
      expect(receiptOf(pulseKey, token(person), 1)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is another for another person, another version and another pulse', () => {
    const codes = [
      receiptOf(pulseKey, token(0), 1),
      receiptOf(pulseKey, token(0), 2),
      receiptOf(pulseKey, token(1), 1),
      receiptOf(keyNumber(7), token(0), 1),
    ];
    expect(new Set(codes).size).toBe(4);
  });

  it('is the same again when closing makes the list', () => {
    expect(receiptOf(pulseKey, token(0), 3)).toBe(receiptOf(pulseKey, token(0), 3));
  });
});

describe('the list of receipts', () => {
  it.each([0, 1, 5, 12])('has one code for each of twelve people when %i have answered', (answered) => {
    const list = receiptList(pulseKey, electorate(12, answered));
    expect(new Set(list).size).toBe(12);
    for (const code of list) expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  });

  it('has the receipt of everyone who answered, and of nobody who did not', () => {
    const list = receiptList(pulseKey, electorate(12, 7));
    for (let person = 0; person < 12; person += 1)
      expect(list.includes(receiptOf(pulseKey, token(person), 1))).toBe(person < 7);
  });

  it('is sorted, so that its order is nobody’s', () => {
    const entries = electorate(50, 30);
    const list = receiptList(pulseKey, entries);
    expect(list).toEqual([...list].sort());
    expect(receiptList(pulseKey, [...entries].reverse())).toEqual(list);
  });

  it('has the code of the last version alone, and nothing of what it says', () => {
    const changed = receiptList(pulseKey, [{ token: token(0), version: 3, r: freshR() }]);
    expect(changed).toEqual([receiptOf(pulseKey, token(0), 3)]);
    expect(receiptList(pulseKey, [{ token: token(0), version: 3, r: freshR() }])).toEqual(changed);
  });

  it('spreads the codes of the silent like those of the others: no letter gives a dummy away', () => {
    const firstLetters = (answered: number) =>
      new Set(receiptList(pulseKey, electorate(1_000, answered)).map((code) => code[0]));
    expect(firstLetters(0).size).toBe(32);
    expect(firstLetters(1_000).size).toBe(32);
  });

  it.each([5, 200, 201, 1_000])('of %i people fits into one private message', (size) => {
    const list = receiptList(pulseKey, electorate(size, 5));
    const message = receiptsMessage(list, 'en');
    expect(problemsOf('message', message)).toEqual([]);
    for (const code of list) {
      expect(message.text).toContain(code);
      expect(JSON.stringify(message.blocks)).toContain(code);
    }
  });
});
