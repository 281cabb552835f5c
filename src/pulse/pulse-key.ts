import { hkdfSync } from 'node:crypto';

/** What a pulse's key is used for; each use has a key of its own (docs/privacy.md, "The masked tally"). */
export type Purpose = 'token' | 'pad' | 'mac' | 'change' | 'noise' | 'receipt' | 'record';

export const KEY_BYTES = 32;

/** The 32-byte key for one purpose, from the pulse's random 32-byte key (HKDF-SHA256, RFC 5869). */
export function deriveKey(pulseKey: Buffer, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', pulseKey, '', `many-hands pulse ${purpose}`, KEY_BYTES));
}
