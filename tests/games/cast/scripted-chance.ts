import type { Random } from '../../../src/ports.ts';

/** Chance that gives these numbers, four bytes each, and fails when it is asked for more. */
export function scriptedChance(numbers: readonly number[]): Random {
  let at = 0;
  return {
    bytes(size) {
      const next = numbers[at];
      if (size !== 4 || next === undefined) throw new Error('the script has no such roll');
      at += 1;
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(next);
      return bytes;
    },
  };
}

/**
 * Chance that makes the sampler of src/readout/soft-edges.ts draw z: a sign, then for each unit of size one event
 * that happens (fails first at 3, an odd number), then one that does not (fails first at 2).
 */
export function chanceOfNoise(z: number): Random {
  const happens = [0, 0, 1];
  const fails = [0, 1];
  const size = Array.from({ length: Math.abs(z) }, () => happens).flat();
  return scriptedChance([z < 0 ? 1 : 0, ...size, ...fails]);
}
