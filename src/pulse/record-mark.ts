import { createHmac } from 'node:crypto';
import { deriveKey } from './pulse-key.ts';
import type { PulseRecord } from './pulse-record.ts';

/**
 * What ties a pulse's record and electorate to its key: without the key nobody can lower the frozen threshold, choose
 * other options as strained, or put a token in another's place, unnoticed. Independent of all answers.
 */
export function markOf(pulseKey: Buffer, record: PulseRecord, tokens: readonly string[]): string {
  const fields = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  const marked = JSON.stringify([fields, [...tokens].sort()]);
  return createHmac('sha256', deriveKey(pulseKey, 'record')).update(marked).digest('base64url');
}
