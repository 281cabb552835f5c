import type { Lanes } from '../../../src/pulse/tally.ts';

/** A tally, and which of its lanes have been read. */
export type WatchedTally = { readonly tally: Lanes; readonly read: ReadonlySet<number> };

/**
 * Writes down every lane that is read. Whoever unmasks a tally has to read it, so a lane that is not in `read` has not
 * been unmasked, by whatever function. A method that might read any lane counts as having read all.
 */
export function watchTally(lanes: Lanes): WatchedTally {
  const read = new Set<number>();
  const tally = new Proxy(lanes, {
    get(target, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) read.add(Number(name));
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const [from, to] = name === 'subarray' ? args : [];
        target.forEach((_, lane) => {
          if (lane >= Number(from ?? 0) && lane < Number(to ?? target.length)) read.add(lane);
        });
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { tally, read };
}
