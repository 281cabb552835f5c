import { createHmac } from 'node:crypto';

/** What a pulse's key is used for; each use has a key of its own (docs/privacy.md, "The masked tally"). */
export type Purpose = 'token' | 'pad' | 'mac' | 'change' | 'noise' | 'receipt' | 'record';

export const KEY_BYTES = 32;
const NO_SALT = Buffer.alloc(KEY_BYTES);

/** What is the same for all purposes, worked out once for a key that was read, and gone with it. */
const extracts = new WeakMap<Buffer, Buffer>();

/**
 * The 32-byte key for one purpose, from the pulse's random 32-byte key: HKDF-SHA256 without a salt (RFC 5869), whose
 * one block is two HMACs. Node's `hkdfSync` gives the same (tested) in four times the time, and an answer needs five.
 */
export function deriveKey(pulseKey: Buffer, purpose: Purpose): Buffer {
  return createHmac('sha256', extractOf(pulseKey)).update(`many-hands pulse ${purpose}\x01`).digest();
}

function extractOf(pulseKey: Buffer): Buffer {
  const known = extracts.get(pulseKey);
  if (known !== undefined) return known;
  const extract = createHmac('sha256', NO_SALT).update(pulseKey).digest();
  extracts.set(pulseKey, extract);
  return extract;
}
