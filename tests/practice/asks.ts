import type { Ask } from '../../src/practice/ask.ts';

/** An ask of Ann's. */
export const sampleAsk = (fields: Partial<Ask> = {}): Ask => ({
  asker: 'UANN',
  what: 'The export times out. Where would you look first?',
  help: 'hint',
  by: 'week',
  helpers: [],
  ...fields,
});

/** A card's block id, and as much as its buttons can carry. */
export const sampleCard = { id: `ask.${'0'.repeat(24)}`, sealed: 'x'.repeat(6_000) };
