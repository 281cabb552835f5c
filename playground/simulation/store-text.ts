import { DAY, SECOND } from '../../src/duration.ts';
import { team } from './cast.ts';
import { jsonLines, withLabel } from './json-text.ts';
import { keyKinds, kindOfKey, sayingOf } from './key-meanings.ts';
import { indented } from './plain-text.ts';
import type { Snapshot, StoredKey, StoredValue } from './store-dump.ts';

/** Keys of BullMQ that come and go by the second of the real clock. */
const FLEETING = /:(stalled-check|marker)$/;

/** Everything that is kept, as text: each kind of key with a sentence, then its keys with all their values. */
export function storeText(snapshot: Snapshot): string {
  const parts = keyKinds.flatMap((kind) => {
    const found = snapshot.keys.filter(({ name }) => kindOfKey(team, name) === kind);
    if (found.length === 0) return [];
    const body = kind === 'queuePrefix' ? queueText(found) : found.map(keyText).join('\n');
    return [`${sayingOf(kind)}\n${body}`];
  });
  return [...parts, unknownKeys(snapshot), keyFilesText(snapshot)].filter(Boolean).join('\n\n');
}

function keyText({ name, type, timeToLive, values }: StoredKey): string {
  const life =
    timeToLive === undefined ? 'no time to live' : `to live ${Math.ceil((timeToLive * SECOND) / DAY)} days`;
  return [`  ${name}  (${type}, ${life})`, ...values.flatMap(valueLines)].join('\n');
}

function valueLines({ label, text }: StoredValue): readonly string[] {
  const lines = jsonLines(text) ?? [text];
  return (label === '' ? lines : withLabel(`${label}:`, lines)).map((line) => `    ${line}`);
}

function queueText(found: readonly StoredKey[]): string {
  const lasting = found.filter(({ name }) => !FLEETING.test(name));
  const note = 'Left out: “stalled-check” and “marker”, which the queue sets and drops by the second.';
  return [...lasting.map(({ name, type }) => `  ${name}  (${type})`), `  ${note}`].join('\n');
}

function unknownKeys({ keys }: Snapshot): string {
  const unknown = keys.filter(({ name }) => kindOfKey(team, name) === undefined);
  if (unknown.length === 0) return '';
  return `KEYS THAT src/redis/keys.ts DOES NOT NAME, which should not be:\n${unknown.map(keyText).join('\n')}`;
}

function keyFilesText({ keyFiles }: Snapshot): string {
  if (keyFiles.length === 0) return 'Beside the store, in the folder of pulse keys: nothing.';
  const files = keyFiles.map(({ name, bytes }) => `  ${name}  (${bytes} bytes)`);
  const says =
    'Beside the store, in the folder of pulse keys: the key of the open pulse. It is destroyed at closing.';
  return `${indented(says, 0)}\n${files.join('\n')}`;
}
