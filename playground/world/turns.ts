import type { FakeReceiver } from '../../tests/support/fake-receiver.ts';

/** Gives the next of some things in turn, the first one first. */
export function inTurn<T>(things: readonly [T, ...T[]]): () => T {
  let turn = 0;
  return () => {
    const thing = things[turn % things.length] ?? things[0];
    turn += 1;
    return thing;
  };
}

/** What was handed to which instance (0: the first). */
export type Handed = { readonly instance: number; readonly body: object };

/** Receivers of several instances as one: each payload goes to the next in turn, as behind a load balancer. */
export function takingTurns(
  receivers: readonly [FakeReceiver, ...FakeReceiver[]],
): Pick<FakeReceiver, 'send' | 'settled' | 'lateErrors'> & { readonly handed: readonly Handed[] } {
  const next = inTurn(receivers);
  const handed: Handed[] = [];
  return {
    handed,
    send: (body, options) => {
      const receiver = next();
      handed.push({ instance: receivers.indexOf(receiver), body });
      return receiver.send(body, options);
    },
    settled: async () => {
      for (const receiver of receivers) await receiver.settled();
    },
    get lateErrors() {
      return receivers.flatMap(({ lateErrors }) => lateErrors);
    },
  };
}
