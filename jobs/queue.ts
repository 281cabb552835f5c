import { Queue } from 'bullmq';
import { type Slot, type SlotKind, slotName } from '../src/calendar/slot.ts';
import type { Store } from '../src/redis/connection.ts';
import { keys } from '../src/redis/keys.ts';
import { jobOf, type SlotJob } from './slot-job.ts';

/**
 * Two queues. What only posts is over in seconds; what has to read from Slack first (who is in the channel, whether
 * anything can be posted there) lasts for minutes where Slack hangs, and must keep no prompt waiting.
 */
export const queueNames = ['slots', 'slots-that-read'] as const;
export type QueueName = (typeof queueNames)[number];

const readers: readonly SlotKind[] = ['opening', 'upkeep'];

/** Where slots of a kind wait. */
export const queueOf = (kind: SlotKind): QueueName => (readers.includes(kind) ? 'slots-that-read' : 'slots');

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
  const open = (name: QueueName) => {
    const queue = new Queue<SlotJob>(name, { connection, prefix: keys.queuePrefix, streams: FEW_EVENTS });
    queue.on('error', () => undefined); // The connection reconnects by itself; the store's own client reports it.
    return queue;
  };
  const queues = { slots: open('slots'), 'slots-that-read': open('slots-that-read') };
  const all = Object.values(queues);
  return {
    /** Puts a slot on its queue; putting it twice is harmless. */
    async put(slot: Slot): Promise<void> {
      await queues[queueOf(slot.kind)].add(slot.kind, jobOf(slot), {
        jobId: slotName(slot),
        ...UNTIL_DONE,
        backoff: { type: 'custom' },
        stackTraceLimit: 0,
      });
    },

    /** How many slots are on the queues, by state. None while Redis is away: the question would wait for it. */
    async depth(): Promise<Readonly<Record<string, number>>> {
      if (connection.status !== 'ready') return {};
      const counts = await Promise.all(
        all.map((queue) => queue.getJobCounts('waiting', 'delayed', 'active')),
      );
      return counts.reduce(sum);
    },

    async close(): Promise<void> {
      await Promise.all(all.map((queue) => queue.close()));
      connection.disconnect();
    },
  };
}

type Counts = Readonly<Record<string, number>>;
const sum = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(Object.entries(one).map(([state, count]) => [state, count + (other[state] ?? 0)]));
