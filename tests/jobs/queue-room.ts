import { Queue } from 'bullmq';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type QueueName, queueNames, queueOf } from '../../jobs/queue.ts';
import type { SeenKind, Slot } from '../../src/calendar/slot.ts';
import type { Log, LogFields } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { type Office, openOffice, team } from '../listeners/office.ts';
import { type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';

type Line = readonly [string, LogFields | undefined];

/** For tests of the queue: a real Redis, an office with a team on it, and a look at what waits. */
export function withQueue() {
  let redis: PrivateRedis;
  let store: Store;
  let queues: { readonly [name in QueueName]: Queue };
  let office: Office;
  let lines: Line[] = [];
  const note = (message: string, fields?: LogFields) => void lines.push([message, fields]);
  const log: Log = { info: note, warn: note, error: note };

  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: redis.folder, log });
    const open = (name: QueueName) => new Queue(name, { connection: redis.client, prefix: keys.queuePrefix });
    queues = { slots: open('slots'), 'slots-that-read': open('slots-that-read') };
  });
  afterAll(async () => {
    for (const name of queueNames) await queues[name].close();
    await store.close();
    await redis.stop();
  });
  beforeEach(async () => {
    await redis.client.flushall();
    office = await openOffice({ store, log });
    await office.enrolled();
    await office.beat(); // The upkeep that follows from enrolling.
    lines = [];
  });

  const slot = (kind: Slot['kind'], instant: number, of = team): Slot => ({ team: of, kind, instant });
  const nameOf = ({ kind, instant, team: { workspace, channel } }: Slot) =>
    `${workspace}-${channel}-${kind}-${instant}`;
  const queueFor = ({ kind }: Slot) => queues[queueOf(kind)];
  const delayedJob = async (one: Slot) =>
    (await queueFor(one).getDelayed()).find((job) => job.id === nameOf(one));

  return {
    redis: () => redis.client,
    store: () => store,
    /** Where prompts and closings wait. */
    queue: () => queues.slots,

    /** Waits until nothing runs, and nothing waits to. */
    async settled(): Promise<void> {
      for (const name of queueNames)
        await expect.poll(() => queues[name].getJobCounts()).toMatchObject({ active: 0, waiting: 0 });
    },

    office: () => office,
    lines: () => lines,
    log,
    slot,

    record: (kind: SeenKind, instant: number, of = team) =>
      office.app.rooms.calendar.record(slot(kind, instant, of)),
    suspension: async (of = team) => (await office.app.rooms.teams.find(of))?.suspended ?? null,

    /** Everything BullMQ keeps, names and contents. */
    async queued(): Promise<string> {
      const all = (await office.stored()).split('\n');
      return all.filter((line) => line.startsWith(keys.queuePrefix)).join('\n');
    },

    /** The hash of a slot's job. */
    job: (one: Slot) => redis.client.hgetall(`${keys.queuePrefix}:${queueOf(one.kind)}:${nameOf(one)}`),

    /** One beat at the slot's instant, or `late` (ms), whose job is put off. Gives for how long (ms). */
    async putOff(one: Slot, late = 0): Promise<number> {
      office.clock.jumpTo(one.instant + late);
      await office.app.beat();
      await expect.poll(() => delayedJob(one)).toBeDefined();
      return (await delayedJob(one))?.delay ?? 0;
    },

    /** Lets a job that was put off run now, and waits until it is done or put off again. */
    async runNow(one: Slot): Promise<void> {
      const job = await delayedJob(one);
      const before = job?.attemptsMade ?? 0;
      await job?.promote();
      const isOver = async () => {
        const now = await queueFor(one).getJob(nameOf(one));
        return now === undefined || (now.attemptsMade > before && (await now.isDelayed()));
      };
      await expect.poll(isOver).toBe(true);
    },

    /** Whether the slot's job waits to be tried again. */
    isWaiting: async (one: Slot): Promise<boolean> => (await delayedJob(one)) !== undefined,
  };
}
