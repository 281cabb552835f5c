import type { HandOver } from '../../src/practice/hand-over.ts';
import type { HandOverMetadata } from '../../src/practice/hand-over-metadata.ts';

/** A hand-over as it was typed, in a language. */
export const handOver = (given: Partial<HandOver> = {}): HandOver => ({
  giver: 'UANN',
  receiver: 'UBEN',
  outcome: 'The customer list is one that everybody trusts',
  context: 'Half of it is in the old sheet; Cat knows which half.',
  latitude: 'propose-first',
  checkIn: '2026-01-12',
  timezone: 'Europe/Berlin',
  locale: 'en',
  channel: 'CTEAM',
  ...given,
});

/** What an untouched form carries along. */
export const formOf = (offered: Partial<HandOverMetadata['offered']> = {}): HandOverMetadata => ({
  workspace: 'TWORK',
  channel: 'CTEAM',
  locale: 'en',
  offered: { outcome: '', context: '', checkIn: '2026-01-12', ...offered },
});

/** Whatever people may type that must have no effect. */
export const nasty =
  '<!channel> <@UCAT> <#C1|x> <https://evil.example|click me> *bold* `code` :tada: 👩‍👩‍👧 שלום עולם & &amp; <b>';
