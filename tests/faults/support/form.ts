import { appendFileSync } from 'node:fs';

/** `npm run faults` plays the full form; everywhere else the same code does fewer rounds. */
export const isFull = process.env.FAULTS === 'full';

/** The size of a test in the form that is played. */
export function sizeOf<Size>(sizes: { readonly full: Size; readonly short: Size }): Size {
  return isFull ? sizes.full : sizes.short;
}

/** How long (ms) a test may take, in either form. */
export const PATIENCE = sizeOf({ full: 900_000, short: 60_000 });

/** A line of the table that `npm run faults` prints: what was broken, how often, what came of it. */
export type Row = { readonly fault: string; readonly rounds: string; readonly outcome: string };

/** Appends a row to the file named by `FAULTS_REPORT`, one JSON object per line; nothing without it. */
export function report(row: Row): void {
  const path = process.env.FAULTS_REPORT;
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(row)}\n`);
}
