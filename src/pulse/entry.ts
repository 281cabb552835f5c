import { PAD_SEED_BYTES } from './tally.ts';

const VERSION_DIGITS = 8;

/** A token's value in Redis: version (8 hex digits) and r (32), always 40 characters. */
export function formatEntry(entry: { readonly version: number; readonly r: string }): string {
  return entry.version.toString(16).padStart(VERSION_DIGITS, '0') + entry.r;
}

/** An entry is not one of ours: someone has edited Redis. Says nothing of what it is. */
export class EntryUnreadable extends Error {
  override readonly name = 'EntryUnreadable';
}

/** The inverse of `formatEntry`. Throws `EntryUnreadable` on anything else. */
export function parseEntry(text: string): { readonly version: number; readonly r: string } {
  if (!/^[0-9a-f]+$/.test(text) || text.length !== VERSION_DIGITS + PAD_SEED_BYTES * 2) {
    throw new EntryUnreadable('not an entry of a pulse');
  }
  return { version: Number.parseInt(text.slice(0, VERSION_DIGITS), 16), r: text.slice(VERSION_DIGITS) };
}
