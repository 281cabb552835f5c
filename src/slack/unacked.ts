import type { App, ReceiverEvent } from '@slack/bolt';
import { isDoneWithin } from '../done-within.ts';
import type { Log } from '../ports.ts';
import type { Deliveries } from './deliveries.ts';

/** What came over a connection and is not acked yet: until it is, the connection must stay. */
export function createUnacked(deps: { readonly deliveries: Deliveries; readonly log: Log }) {
  const { deliveries, log } = deps;
  const unacked = new Set<Promise<void>>();

  async function allAcked(): Promise<void> {
    while (unacked.size > 0) await Promise.all(unacked);
  }

  return {
    /** Hands on what came, and counts it until it is acked or nobody is going to. */
    async take(app: App, event: ReceiverEvent): Promise<void> {
      let close = () => {};
      const acked = new Promise<void>((resolve) => {
        close = resolve;
      }).then(() => void unacked.delete(acked));
      unacked.add(acked);
      // An ack that does not get through must not keep the work from being done.
      const ack: ReceiverEvent['ack'] = async (response) => {
        await event.ack(response).catch(() => log.warn('An ack did not get through'));
        close();
      };
      await deliveries.handOn(app, { ...event, ack }).finally(close);
    },

    /** Waits until nothing is unacked, or until it has lasted too long (ms). */
    settled: async (patience: number): Promise<void> => void (await isDoneWithin(allAcked(), patience)),
  };
}
