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

/** Receivers of several instances as one: each payload goes to the next in turn, as behind a load balancer. */
export function takingTurns(
  receivers: readonly [FakeReceiver, ...FakeReceiver[]],
): Pick<FakeReceiver, 'send' | 'settled' | 'lateErrors'> {
  const next = inTurn(receivers);
  return {
    send: (body, options) => next().send(body, options),
    settled: async () => {
      for (const receiver of receivers) await receiver.settled();
    },
    get lateErrors() {
      return receivers.flatMap(({ lateErrors }) => lateErrors);
    },
  };
}
