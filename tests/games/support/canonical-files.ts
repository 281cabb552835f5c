import { type CopiedFile, QUEUE_DATABASE } from './attacked-redis.ts';

/**
 * Redis's files as canonical bytes. Left out, because none of it has to do with people:
 *
 * - dump.rdb (and the base of the append-only file, which is one): the fields before the first database (version,
 *   creation time, used memory) and the checksum at the end; the instant at which a key expires, which counts from
 *   the wall clock; the queue's database, which holds BullMQ's own instants and identifiers.
 * - the append-only file: PXAT's instant, for the same reason; commands of the queue's database; the counter in
 *   the files' names.
 */
export function canonicalFile({ name, bytes }: CopiedFile): readonly [string, string] {
  const part = name.replace(/\.\d+\./, '.');
  if (name.endsWith('.rdb')) return [part, canonicalDump(bytes)];
  if (name.endsWith('.aof')) return [part, canonicalLog(bytes)];
  return [part, bytes.toString('latin1').replace(/\d+/g, '#')];
}

/** Byte marks of the RDB format: a database with the sizes of its tables, an expiry in ms, the end. */
const DATABASE = 0xfe;
const SIZES = 0xfb;
const CHECKSUM_BYTES = 8;

function canonicalDump(bytes: Buffer): string {
  const start = bytes.indexOf(Buffer.of(DATABASE, 0, SIZES));
  if (start === -1) return '';
  const queue = bytes.indexOf(Buffer.of(DATABASE, QUEUE_DATABASE, SIZES), start);
  const end = queue === -1 ? bytes.length - 1 - CHECKSUM_BYTES : queue;
  return bytes
    .subarray(start, end)
    .toString('latin1')
    .replace(/\xfc[\s\S]{8}(?=[\s\S]{2}hands:\{)/g, '\xfc(instant)');
}

function canonicalLog(bytes: Buffer): string {
  let database = '0';
  const kept: string[] = [];
  for (const words of commandsOf(bytes.toString('latin1'))) {
    if (words[0]?.toUpperCase() === 'SELECT') database = words[1] ?? '';
    else if (database === '0') kept.push(JSON.stringify(withoutInstants(words)));
  }
  return kept.join('\n');
}

const withoutInstants = (words: readonly string[]): readonly string[] =>
  words.map((word, at) => (words[at - 1] === 'PXAT' ? '(instant)' : word));

/** The commands of an append-only file: RESP arrays of bulk strings, one after another. */
export function commandsOf(text: string): readonly (readonly string[])[] {
  const commands: string[][] = [];
  let at = 0;
  const number = (mark: string): number => {
    if (text[at] !== mark) throw new Error(`not an append-only file: ${mark} expected at ${at}`);
    const end = text.indexOf('\r\n', at);
    const value = Number(text.slice(at + 1, end));
    at = end + 2;
    return value;
  };
  while (at < text.length) {
    const words: string[] = [];
    for (let left = number('*'); left > 0; left -= 1) {
      const length = number('$');
      words.push(text.slice(at, at + length));
      at += length + 2;
    }
    commands.push(words);
  }
  return commands;
}
