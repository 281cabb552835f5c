import { createHmac } from 'node:crypto';
import { deriveKey } from './pulse-key.ts';
import type { PulseRecord } from './pulse-record.ts';

/**
 * What ties a pulse's record and electorate to its key: without the key nobody can lower the frozen threshold, choose
 * other options as strained, or put a token in another's place, unnoticed. Independent of all answers.
 */
export function markOf(pulseKey: Buffer, record: PulseRecord, tokens: readonly string[]): string {
  const { id, question, optionCount, strained, electorate, threshold, opensAt, closesAt } = record;
  const fields = [id, question, optionCount, strained, electorate, threshold, opensAt, closesAt];
  const marked = JSON.stringify([fields, [...tokens].sort()]);
  return createHmac('sha256', deriveKey(pulseKey, 'record')).update(marked).digest('base64url');
}
