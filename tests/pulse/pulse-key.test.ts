import { hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deriveKey, KEY_BYTES, type Purpose } from '../../src/pulse/pulse-key.ts';

const purposes: readonly Purpose[] = ['token', 'pad', 'mac', 'change', 'noise', 'receipt', 'record'];

describe('the keys of a pulse’s purposes', () => {
  test('are what Node’s HKDF makes of the key, first time and later, whichever key comes in between', () => {
    const keys = [Buffer.alloc(KEY_BYTES), ...Array.from({ length: 20 }, () => randomBytes(KEY_BYTES))];
    for (const key of [...keys, ...keys, ...keys.map((one) => Buffer.from(one))]) {
      for (const purpose of purposes) {
        const wanted = hkdfSync('sha256', key, '', `many-hands pulse ${purpose}`, KEY_BYTES);
        expect(deriveKey(key, purpose).equals(Buffer.from(wanted))).toBe(true);
      }
    }
  });

  test('differ from each other, and from key to key', () => {
    const [one, other] = [randomBytes(KEY_BYTES), randomBytes(KEY_BYTES)];
    const made = [one, other].flatMap((key) =>
      purposes.map((purpose) => deriveKey(key, purpose).toString('hex')),
    );
    expect(new Set(made).size).toBe(2 * purposes.length);
  });
});
