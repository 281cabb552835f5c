import { createHash } from 'node:crypto';

const BITS = 32;

/**
 * What an attacker makes of a run's commands: of every word its length and 32 bits (of numbers and hex their value,
 * of other words a hash), and, for any two commands of the same form, the bits of how their numbers differ modulo
 * 2^32, in which a pad used twice would fall out. Names of keys are left out: each run has its own.
 */
export function featuresOf(commands: readonly (readonly string[])[]): Float32Array {
  const rows = commands.map((words) => words.filter((word) => !word.includes('{')).map(numberOf));
  const lengths = commands.flatMap((words) => words.map((word) => word.length / 100));
  const differences = rows.flatMap((row, at) =>
    rows
      .slice(0, at)
      .filter((other) => other.length === row.length)
      .flatMap((other) => row.map((value, column) => (value - (other[column] ?? 0)) >>> 0)),
  );
  return Float32Array.from([...lengths, ...[...rows.flat(), ...differences].flatMap(bitsOf)]);
}

/** 32 bits of a word. */
function numberOf(word: string): number {
  if (/^\d{1,10}$/.test(word)) return Number(word) >>> 0;
  if (/^[0-9a-f]{40,}$/.test(word)) return Number.parseInt(word.slice(0, 8), 16);
  return createHash('sha1').update(word).digest().readUInt32LE();
}

/** −1 or 1 for each bit. */
const bitsOf = (value: number): readonly number[] =>
  Array.from({ length: BITS }, (_, bit) => ((value >>> bit) & 1) * 2 - 1);
