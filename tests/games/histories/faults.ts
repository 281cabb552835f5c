import type { Random } from '../../../src/ports.ts';
import { StoreError } from '../../../src/redis/store-error.ts';
import { chance, pick } from './chance.ts';

/** The process ends between two awaits: nobody catches this, and nobody is answered. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Decides, at every await of a port, whether it goes well. */
export type Faults = { readonly around: <T>(call: () => Promise<T>) => Promise<T> };

export const noFaults: Faults = { around: (call) => call() };

const kinds = ['crash-before', 'crash-after', 'not-sent', 'lost-before', 'reply-lost'] as const;
type Kind = (typeof kinds)[number];

/** How often each kind has struck, to show that all of them do. */
export type Struck = { [kind in Kind]: number };
export const noneStruck = (): Struck => ({
  'crash-before': 0,
  'crash-after': 0,
  'not-sent': 0,
  'lost-before': 0,
  'reply-lost': 0,
});

/** Every await fails with this probability (per thousand), in a way that `random` chooses. */
export function faultsFrom(random: Random, perThousand: number, struck: Struck): Faults {
  return {
    async around(call) {
      const kind = chance(random, perThousand) ? pick(random, kinds) : undefined;
      if (kind === undefined) return call();
      struck[kind] += 1;
      if (kind === 'crash-before') throw new Crash();
      if (kind === 'not-sent') throw new StoreError({ certainty: 'not-sent', code: 'OFFLINE' });
      if (kind === 'lost-before') throw new StoreError({ certainty: 'unknown', code: 'LOST' });
      await call();
      throw kind === 'crash-after' ? new Crash() : new StoreError({ certainty: 'unknown', code: 'LOST' });
    },
  };
}

/** The port as it is, with faults around each of its calls. */
export function faulty<Port extends object>(port: Port, faults: Faults): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => faults.around(async () => Reflect.apply(member, target, given));
    },
  });
}
