import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { isDoneWithin } from '../src/done-within.ts';
import { SECOND } from '../src/duration.ts';
import type { Log } from '../src/ports.ts';
import type { Store } from '../src/redis/connection.ts';
import { keys } from '../src/redis/keys.ts';
import type { RedisClient } from '../src/redis/make-client.ts';
import type { JobServices } from './job.ts';
import { JobFailed } from './job-failed.ts';
import { type QueueName, queueNames } from './queue.ts';
import { createQueueTrouble, type QueueTrouble } from './queue-trouble.ts';
import { runJob } from './run-slot.ts';
import type { SlotJob } from './slot-job.ts';

const LONGEST_PAUSE = 600 * SECOND;
/** How long stopping waits; a slot that takes longer is recovered as stalled, by whoever runs next. */
const PATIENCE = 7 * SECOND;
/** After how long (ms) of silence a slot counts as left behind by a process that died. */
const RECOVERED_AFTER = 30 * SECOND;

export type WorkerDeps = {
  readonly store: Store;
  readonly services: JobServices;
  readonly log: Log;
  /** Slots that run at once; of those that read from Slack first half as many, beside them. */
  readonly concurrency: number;
  /** Told the name of each job that has ended for good. */
  readonly onEnd?: (jobId: string) => void;
  /** After how long (ms) of silence a slot is taken over from a process that died; 30 seconds by default. */
  readonly recoveredAfter?: number;
};

/** Takes slots off the queues and runs them, each queue at its own pace. One that fails is tried again, with back-off. */
export function startWorker(deps: WorkerDeps) {
  const { store, log, concurrency } = deps;
  const connection = store.connectionFor('worker');
  const pace = { slots: concurrency, 'slots-that-read': Math.ceil(concurrency / 2) };
  const trouble = createQueueTrouble(log);
  connection.on('ready', trouble.over);
  const underWay = { count: 0 };
  const from = { connection, trouble, underWay, ...deps };
  const workers = queueNames.map((name) => takeFrom(name, pace[name], from));
  return {
    /** Waits for the slots under way, within bounds: BullMQ would wait for a Redis that is away for ever. */
    async close(): Promise<void> {
      const closing = Promise.all(workers.map((worker) => worker.close()));
      if (!(await isDoneWithin(closing, PATIENCE)) && underWay.count > 0)
        log.warn('Slots under way are left to whoever runs next');
      connection.disconnect();
    },
  };
}

type Source = WorkerDeps & {
  readonly connection: RedisClient;
  readonly trouble: QueueTrouble;
  /** Slots that run just now, of all queues. */
  readonly underWay: { count: number };
};

function takeFrom(name: QueueName, concurrency: number, from: Source) {
  const { connection, trouble, underWay, services, log, onEnd, recoveredAfter = RECOVERED_AFTER } = from;
  const run = (job: Job<SlotJob>) => {
    underWay.count += 1;
    return runJob(job.data, services, log).finally(() => {
      underWay.count -= 1;
    });
  };
  const worker = new Worker<SlotJob>(name, run, {
    connection,
    prefix: keys.queuePrefix,
    concurrency,
    lockDuration: recoveredAfter,
    stalledInterval: recoveredAfter,
    // However many processes have died with it: the slot's record keeps it from being sent twice.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    settings: { backoffStrategy: (attempts, _type, error) => pauseBefore(attempts, error) },
  });
  worker.on('error', trouble.tell);
  worker.on('active', trouble.over);
  worker.on('completed', (job) => onEnd?.(job.id ?? ''));
  worker.on('failed', (job, error) => {
    if (job !== undefined && error instanceof UnrecoverableError) onEnd?.(job.id ?? '');
  });
  return worker;
}

/** As long as was advised (Slack's Retry-After), else 2, 4, 8 … seconds, at most 10 minutes. */
function pauseBefore(attempts: number, error: Error | undefined): number {
  const advised = error instanceof JobFailed ? error.afterSeconds : undefined;
  return advised === undefined
    ? Math.min(2 ** attempts * SECOND, LONGEST_PAUSE)
    : Math.ceil(advised * SECOND);
}
