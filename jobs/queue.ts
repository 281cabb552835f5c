import { Queue } from 'bullmq';
import { type Slot, slotName } from '../src/calendar/slot.ts';
import type { Store } from '../src/redis/connection.ts';
import { keys } from '../src/redis/keys.ts';
import { jobOf, type SlotJob } from './slot-job.ts';

export const queueName = 'slots';

/**
 * A slot is tried until it has run, or until it is refused: too late, or no longer wanted (calendar's `admit`). What
 * has run leaves the queue at once: its record says that it has, whoever puts it again.
 */
const UNTIL_DONE = { attempts: Number.MAX_SAFE_INTEGER, removeOnComplete: true, removeOnFail: true };

/** BullMQ would keep 10,000 events, each with a slot's name: long after the slot, and after its team. */
const FEW_EVENTS = { events: { maxLen: 10 } };

export type SlotQueue = ReturnType<typeof createSlotQueue>;

/** Where due slots wait for a worker: BullMQ, which runs them across machines, with retries and recovery. */
export function createSlotQueue(deps: { readonly store: Store }) {
  const connection = deps.store.connectionFor('queue');
  const queue = new Queue<SlotJob>(queueName, { connection, prefix: keys.queuePrefix, streams: FEW_EVENTS });
  queue.on('error', () => undefined); // The connection reconnects by itself; the store's own client reports it.
  return {
    /** Puts a slot on the queue; putting it twice is harmless. */
    async put(slot: Slot): Promise<void> {
      await queue.add(slot.kind, jobOf(slot), {
        jobId: slotName(slot),
        ...UNTIL_DONE,
        backoff: { type: 'custom' },
        stackTraceLimit: 0,
      });
    },

    /** How many slots are in the queue, by state. None while Redis is away: the question would wait for it. */
    async depth(): Promise<Readonly<Record<string, number>>> {
      return connection.status === 'ready' ? queue.getJobCounts('waiting', 'delayed', 'active') : {};
    },

    async close(): Promise<void> {
      await queue.close();
      connection.disconnect();
    },
  };
}
