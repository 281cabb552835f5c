import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Standing, seal, sealedPattern, unseal } from '../../src/pulse/change-seal.ts';
import { tokenOf } from '../../src/pulse/tally.ts';
import { freshR, keyNumber } from './samples.ts';

const random = { bytes: (size: number) => randomBytes(size) };
const pulseKey = keyNumber(4);
const context = { pulseKey, token: tokenOf(pulseKey, 'UANN'), pulseId: 'TWORK-CTEAM-1000' };
const standing: Standing = { choice: 3, version: 2, r: freshR() };

/** Any answer that may stand. */
const standings = fc.record({
  choice: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('none' as const)),
  version: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  r: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex')),
});

describe('a sealed answer', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(standings, (any) => {
        expect(unseal(context, seal(context, any, random))).toEqual(any);
      }),
    );
  });

  it('always has the same length and letters, whatever is in it', () => {
    const shape = new RegExp(`^${sealedPattern}$`);
    fc.assert(
      fc.property(standings, (any) => {
        const sealed = seal(context, any, random);
        expect(sealed).toMatch(shape);
        expect(sealed).toHaveLength(seal(context, standing, random).length);
      }),
    );
  });

  it('is another each time: two seals of one answer share nothing one could compare', () => {
    const seals = Array.from({ length: 100 }, () => seal(context, standing, random));
    expect(new Set(seals).size).toBe(100);
    expect(new Set(seals.map((sealed) => sealed.slice(0, 16))).size).toBe(100);
  });

  it('does not open for another person, another pulse or another key', () => {
    const sealed = seal(context, standing, random);
    expect(unseal({ ...context, token: tokenOf(pulseKey, 'UBEN') }, sealed)).toBeUndefined();
    expect(unseal({ ...context, pulseId: 'TWORK-CTEAM-1001' }, sealed)).toBeUndefined();
    expect(unseal({ ...context, pulseKey: keyNumber(5) }, sealed)).toBeUndefined();
    expect(unseal(context, sealed)).toEqual(standing);
  });

  it('does not open once any bit of it is another', () => {
    const sealed = Buffer.from(seal(context, standing, random), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const tampered = Buffer.from(sealed);
      tampered[bit >> 3] = (tampered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal(context, tampered.toString('base64url'))).toBeUndefined();
    }
  });

  it('does not open when it is cut, made longer, empty or nonsense', () => {
    const sealed = seal(context, standing, random);
    for (let length = 0; length < sealed.length; length += 1)
      expect(unseal(context, sealed.slice(0, length))).toBeUndefined();
    for (const text of [`${sealed}AAAA`, '', 'not base64 at all', '…'])
      expect(unseal(context, text)).toBeUndefined();
  });
});
