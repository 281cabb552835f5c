import { createHmac } from 'node:crypto';
import { deriveKey } from './pulse-key.ts';
import type { Entry } from './tally.ts';

/** Crockford's base 32: no letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 10;

/** The code a person sees once, `K7M2Q-9XW4D`: proof that this version of their entry arrived. */
export function receiptOf(pulseKey: Buffer, token: string, version: number): string {
  return codeOf(pulseKey, `${token}|${version}`);
}

/**
 * The list that goes with a closed pulse: as many codes as people were asked, sorted. Those who did not answer
 * have a dummy, so that it shows neither who answered nor how many.
 */
export function receiptList(pulseKey: Buffer, entries: readonly Entry[]): readonly string[] {
  return entries
    .map(({ token, version }) => codeOf(pulseKey, version > 0 ? `${token}|${version}` : `${token}|dummy`))
    .sort();
}

function codeOf(pulseKey: Buffer, of: string): string {
  const digest = createHmac('sha512', deriveKey(pulseKey, 'receipt')).update(of).digest();
  const letters = [...digest.subarray(0, CODE_BYTES)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('');
  return `${letters.slice(0, CODE_BYTES / 2)}-${letters.slice(CODE_BYTES / 2)}`;
}
