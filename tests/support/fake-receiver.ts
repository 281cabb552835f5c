import type { App, Receiver } from '@slack/bolt';

/** What became of one payload: whether it was acked, with what, and what the app threw before that. */
export type Delivery = { readonly acked: boolean; readonly response: unknown; readonly error?: unknown };

export type FakeReceiver = Receiver & {
  /**
   * Hands a payload to the app as Slack would. Resolves as soon as it is acked, or when the app is done without
   * having acked. `retry` makes it a repeated delivery of an event.
   */
  readonly send: (body: object, options?: { readonly retry?: number }) => Promise<Delivery>;
  /** Waits until the app is done with everything sent so far, the work after the acks included. */
  readonly settled: () => Promise<void>;
  /** Whatever the app threw after an ack, where Slack would not see it. */
  readonly lateErrors: readonly unknown[];
};

/** A receiver without a network in between: drives a real Bolt app through `processEvent`. */
export function fakeReceiver(): FakeReceiver {
  const state: { app?: App } = {};
  const running = new Set<Promise<void>>();
  const lateErrors: unknown[] = [];

  const send: FakeReceiver['send'] = (body, options = {}) => {
    const { app } = state;
    if (!app) return Promise.reject(new Error('pass this receiver to a Bolt App first'));
    return new Promise((resolve) => {
      let acked = false;
      const ack = async (response?: unknown) => {
        acked = true;
        resolve({ acked: true, response });
      };
      const retry =
        options.retry === undefined ? {} : { retryNum: options.retry, retryReason: 'http_timeout' };
      const work: Promise<void> = app
        .processEvent({ body: { ...body }, ack, ...retry })
        .then(() => resolve({ acked, response: undefined }))
        .catch((error: unknown) => {
          if (acked) lateErrors.push(error);
          resolve({ acked, response: undefined, error });
        })
        .finally(() => running.delete(work));
      running.add(work);
    });
  };

  return {
    init: (app) => {
      state.app = app;
    },
    start: async () => undefined,
    stop: async () => undefined,
    send,
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    lateErrors,
  };
}
