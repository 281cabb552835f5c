/**
 * Where a pulse's key lives while it is open. A: a file outside Redis. B: wrapped, in Redis, so that an old backup
 * together with the environment can undo it (docs/privacy.md, "Key custody").
 */
export type CustodyKind = 'A' | 'B';

/** The hard floor of answers for a readout (docs/privacy.md, "The rules of disclosure", rule 1). */
export const THRESHOLD_FLOOR = 5;

/** The promise in the words people read; only the threshold and the key custody change it. */
export function promise(threshold: number, custody: CustodyKind): string {
  const people = threshold === THRESHOLD_FLOOR ? 'five' : String(threshold);
  return [
    'Your answer is added to a locked total and forgotten. Nothing is stored that links you to it.',
    `Results appear only after the pulse closes, only if at least ${people} people answered, and only as a level, never`,
    'as a number. While the pulse is open, someone who controls both the server and its key could rig the app.',
    `After it closes, nobody can find out, including us${exception(custody)}. Slack carries your click. In a small`,
    'team people may still guess.',
  ].join(' ');
}

/** What has to be added to "nobody can find out, including us". */
export function exception(custody: CustodyKind): string {
  return custody === 'A' ? '' : ', unless an old backup meets our secret';
}
