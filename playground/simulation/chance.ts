import type { Random } from '../../src/ports.ts';

/** Draws for people's behaviour, from a seeded stream of its own: the app's stream stays the app's. */
export type Chance = {
  /** Even between two numbers. */
  readonly between: (low: number, high: number) => number;
  /** True with this probability. */
  readonly happens: (probability: number) => boolean;
  /** Around 0, mostly within ±1: the sum of three even draws. */
  readonly wobble: () => number;
  /** Waiting times: mostly short, sometimes long, this long on average. */
  readonly wait: (average: number) => number;
};

export function createChance(random: Random): Chance {
  const share = () => random.bytes(4).readUInt32BE() / 2 ** 32;
  return {
    between: (low, high) => low + share() * (high - low),
    happens: (probability) => share() < probability,
    wobble: () => ((share() + share() + share()) * 2) / 3 - 1,
    wait: (average) => -Math.log(1 - share()) * average,
  };
}
