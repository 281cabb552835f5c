import type { App, ReceiverEvent } from '@slack/bolt';
import { isDoneWithin } from '../done-within.ts';
import { SECOND } from '../duration.ts';

/** Where it is remembered which events have been handled; see `redis/taken-events.ts`. */
export type EventMemory = {
  readonly take: (id: string) => Promise<'new' | 'under-way' | 'done'>;
  readonly done: (id: string) => Promise<void>;
  readonly giveBack: (id: string) => Promise<void>;
};

/** An event that was not handled and must not be acked, so that Slack sends it again. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly code = 'event_not_taken';
}

/** How long (ms) after its arrival an event is acked unfinished: before the receiver answers for it, for Slack waits three. */
const LATEST_ACK = 2.25 * SECOND;

export type Deliveries = ReturnType<typeof createDeliveries>;

/**
 * What Slack delivers, on its way to Bolt. Commands, buttons and forms go straight on: they are never sent twice, and
 * their handlers ack. Events are sent again until they are acked, which Bolt does before the handler runs. Here that
 * ack waits for the handler: one that fails, or a process that ends in its midst, is made good by Slack's next try,
 * and an event that was handled is not handled again.
 */
export function createDeliveries(deps: { readonly events: EventMemory }) {
  const { events } = deps;
  const failed = new WeakSet<object>();

  return {
    /** Told by `app.error` of the body that a handler stumbled over. */
    failed: (body: object): void => void failed.add(body),

    /** Hands one delivery on. Throws `NotTaken` for an event that Slack shall send again. */
    async handOn(app: Pick<App, 'processEvent'>, event: ReceiverEvent): Promise<void> {
      const id = eventIdOf(event.body);
      if (id === undefined) return app.processEvent(event);
      const work = handle(app, event, id);
      if (await isDoneWithin(work, LATEST_ACK)) return event.ack();
      const late = await Promise.allSettled([event.ack(), work]);
      for (const one of late)
        if (one.status === 'rejected' && !(one.reason instanceof NotTaken)) throw one.reason;
    },
  };

  /** Handles an event that nobody has handled. Throws `NotTaken` where somebody is at it, or its handler failed. */
  async function handle(app: Pick<App, 'processEvent'>, event: ReceiverEvent, id: string): Promise<void> {
    // Without a memory we rather handle an event twice than not at all.
    const state = await events.take(id).catch(() => 'new');
    if (state === 'done') return;
    if (state === 'under-way') throw new NotTaken('somebody is at it');
    let isHandled = false;
    try {
      await app.processEvent({ ...event, ack: async () => undefined });
      isHandled = !failed.has(event.body);
    } finally {
      // Before the ack, and whatever becomes of it: the next try finds it done, or may be the one.
      await (isHandled ? events.done(id) : events.giveBack(id)).catch(() => undefined);
    }
    if (!isHandled) throw new NotTaken('the handler failed');
  }
}

/** Slack's name for an event, the same each time it is sent; `undefined` for anything else. */
function eventIdOf({
  type,
  event_id: id,
}: {
  readonly type?: unknown;
  readonly event_id?: unknown;
}): string | undefined {
  return type === 'event_callback' && typeof id === 'string' && /^\w{1,64}$/.test(id) ? id : undefined;
}
