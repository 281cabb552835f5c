import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import {
  type CardPlace,
  cardKeyFrom,
  newCardId,
  piecesOf,
  sealCard,
  unsealCard,
} from '../../src/practice/sealed-card.ts';

const random = createSeededRandom('cards');
const key = cardKeyFrom('xoxb-one');
const place: CardPlace = { workspace: 'TWORK', channel: 'CTEAM', kind: 'ask', id: newCardId('ask', random) };
const state = { asker: 'UANN', what: 'Please.', helpers: ['UBEN'] };
const sealed = sealCard(key, place, state, random);

describe('the state of a card', () => {
  test('comes back as it was, whatever was in it', () => {
    fc.assert(
      fc.property(
        fc.record({ what: fc.string({ unit: 'binary' }), helpers: fc.array(fc.string()) }),
        (any) => {
          expect(unsealCard(key, place, sealCard(key, place, any, random))).toEqual(any);
        },
      ),
    );
  });

  test('shows nothing of what is in it, and is never the same text twice', () => {
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('UANN');
    expect(sealCard(key, place, state, random)).not.toBe(sealed);
  });

  test.each<[string, Partial<CardPlace>]>([
    ['workspace', { workspace: 'TOTHER' }],
    ['channel', { channel: 'COTHER' }],
    ['kind of card', { kind: 'hand-over' }],
    ['card', { id: newCardId('ask', random) }],
  ])('opens in no other %s', (_, other) => {
    expect(unsealCard(key, { ...place, ...other }, sealed)).toBeUndefined();
    expect(unsealCard(key, place, sealed)).toEqual(state);
  });

  test('does not open under another bot token', () => {
    expect(unsealCard(cardKeyFrom('xoxb-two'), place, sealed)).toBeUndefined();
  });

  test('does not open once a single character was changed, cut off or added', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      // The last character of base64 may carry bits that mean nothing.
      if (at === sealed.length - 1) continue;
      expect(unsealCard(key, place, `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`)).toBeUndefined();
      expect(unsealCard(key, place, sealed.slice(0, at))).toBeUndefined();
    }
    expect(unsealCard(key, place, `${sealed}AAAA`)).toBeUndefined();
    for (const nonsense of ['', 'A', '<!channel>', '💥', 'x'.repeat(6_000)])
      expect(unsealCard(key, place, nonsense)).toBeUndefined();
  });

  test('lies in pieces over the buttons, none empty and none longer than Slack takes', () => {
    for (const length of [100, 2_000, 5_999, 6_000]) {
      const pieces = piecesOf('x'.repeat(length), 3);
      expect(pieces).toHaveLength(3);
      expect(pieces.join('')).toBe('x'.repeat(length));
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= 2_000)).toBe(true);
    }
    expect(() => piecesOf('x'.repeat(6_001), 3)).toThrow('too large');
  });

  test('has room for 900 characters of any script, and forty people', () => {
    const large = {
      what: '🏴'.repeat(300),
      context: Array.from({ length: 600 }, (_, at) => String.fromCodePoint(0x20000 + at * 37)).join(''),
      helpers: Array.from(
        { length: 40 },
        (_, at) => `U0${random.bytes(4).toString('hex').toUpperCase()}${at}`,
      ),
    };
    expect(piecesOf(sealCard(key, place, large, random), 3)).toHaveLength(3);
  });

  test('is deflated first: what repeats itself takes little room', () => {
    expect(sealCard(key, place, { what: 'word '.repeat(180) }, random).length).toBeLessThan(200);
  });
});
