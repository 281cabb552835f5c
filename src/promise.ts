import type { Locale } from './locale.ts';
import { baseWords } from './words/index.ts';

/**
 * Where a pulse's key lives while it is open. A: a file outside Redis. B: wrapped, in Redis, so that an old backup
 * together with the environment can undo it (docs/privacy.md, "Key custody").
 */
export type CustodyKind = 'A' | 'B';

/** The hard floor of answers for a readout (docs/privacy.md, "The rules of disclosure", rule 1). */
export const THRESHOLD_FLOOR = 5;

/** The promise in the words people read; only the threshold, the key custody and the language change it. */
export function promise(threshold: number, custody: CustodyKind, locale: Locale): string {
  const words = baseWords(locale);
  const people = threshold === THRESHOLD_FLOOR ? words.thresholdFloor : String(threshold);
  return words.promise(people, exception(custody, locale));
}

/** What has to be added to "nobody can find out, including us". */
export function exception(custody: CustodyKind, locale: Locale): string {
  return baseWords(locale).exceptions[custody];
}
