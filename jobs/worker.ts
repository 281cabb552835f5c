import { UnrecoverableError, Worker } from 'bullmq';
import type { RetryAdvice } from '../src/calendar/calendar-service.ts';
import type { Slot } from '../src/calendar/slot.ts';
import { isDoneWithin } from '../src/done-within.ts';
import { SECOND } from '../src/duration.ts';
import { codeOf } from '../src/log.ts';
import type { Log } from '../src/ports.ts';
import type { Store } from '../src/redis/connection.ts';
import { keys } from '../src/redis/keys.ts';
import { needsMending } from '../src/slack/outcome.ts';
import { jobs } from './index.ts';
import type { JobResult, JobServices } from './job.ts';
import { JobFailed } from './job-failed.ts';
import { queueName } from './queue.ts';
import { type SlotJob, slotOf } from './slot-job.ts';

const LONGEST_PAUSE = 600 * SECOND;
/** How long stopping waits; a slot that takes longer is recovered as stalled, by whoever runs next. */
const PATIENCE = 7 * SECOND;
/** After how long (ms) of silence a slot counts as left behind by a process that died. */
const RECOVERED_AFTER = 30 * SECOND;

/**
 * Takes slots off the queue and runs them by kind. The one wrapper around all jobs: what they throw becomes a code
 * in the log, and a retry with back-off.
 */
export function startWorker(deps: {
  readonly store: Store;
  readonly services: JobServices;
  readonly log: Log;
  readonly concurrency: number;
  /** Told the name of each job that has ended for good. */
  readonly onEnd?: (jobId: string) => void;
  /** After how long (ms) of silence a slot is taken over from a process that died; 30 seconds by default. */
  readonly recoveredAfter?: number;
}) {
  const { store, services, log, concurrency, onEnd, recoveredAfter = RECOVERED_AFTER } = deps;
  const connection = store.connectionFor('worker');
  const worker = new Worker<SlotJob>(queueName, (job) => runJob(job.data, services, log), {
    connection,
    prefix: keys.queuePrefix,
    concurrency,
    lockDuration: recoveredAfter,
    stalledInterval: recoveredAfter,
    // However many processes have died with it: the slot's record keeps it from being sent twice.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    settings: { backoffStrategy: (attempts, _type, error) => pauseBefore(attempts, error) },
  });
  worker.on('error', (error) => log.warn('The queue reports a problem', { code: codeOf([error]) }));
  worker.on('completed', (job) => onEnd?.(job.id ?? ''));
  worker.on('failed', (job, error) => {
    if (job !== undefined && error instanceof UnrecoverableError) onEnd?.(job.id ?? '');
  });
  return {
    /** Waits for the slots under way, within bounds: BullMQ would wait for a Redis that is away for ever. */
    async close(): Promise<void> {
      if (!(await isDoneWithin(worker.close(), PATIENCE)))
        log.warn('Slots under way are left to whoever runs next');
      connection.disconnect();
    },
  };
}

async function runJob(data: unknown, services: JobServices, log: Log): Promise<void> {
  let slot: Slot;
  try {
    slot = slotOf(data);
  } catch {
    log.error('The queue held something that is no slot');
    throw new UnrecoverableError('not-a-slot');
  }
  try {
    await runSlot(slot, services, log);
  } catch (error) {
    if (error instanceof JobFailed) throw error;
    const code = codeOf([error]);
    log.error('A slot failed and will be tried again', { kind: slot.kind, code });
    throw new JobFailed(code);
  }
}

async function runSlot(slot: Slot, services: JobServices, log: Log): Promise<void> {
  const admitted = await services.calendar.admit(slot);
  if (admitted === 'run') return settle(slot, await resultOf(slot, services), { services, log });
  if ('retry' in admitted) return putOff(slot, admitted.retry, log);
  log.warn('A slot was passed over', { kind: slot.kind, outcome: admitted.refused });
  // An opening may have begun before it was put off: it finds its slot settled, and takes its pulse away.
  if (slot.kind === 'opening') await resultOf(slot, services);
}

/** What came of the job. A channel that Slack refuses to show is as hopeless as one it refuses to post to. */
async function resultOf(slot: Slot, services: JobServices): Promise<JobResult> {
  try {
    return await jobs[slot.kind](slot, services);
  } catch (error) {
    const code = codeOf([error]);
    if (needsMending(code)) return { hopeless: code };
    throw error;
  }
}

async function settle(
  slot: Slot,
  result: JobResult,
  { services, log }: { readonly services: JobServices; readonly log: Log },
): Promise<void> {
  if (result === 'fine') return; // An upkeep that found nothing to do is no news.
  if (typeof result === 'string') return log.info('A slot has run', { kind: slot.kind, outcome: result });
  if ('retry' in result) return putOff(slot, result.retry, log);
  log.warn('Slack refused what a slot needs', { kind: slot.kind, code: result.hopeless });
  if (needsMending(result.hopeless)) await services.teams.setSuspended(slot.team, result.hopeless);
}

/** Back onto the queue, for as long as it is advised. */
function putOff(slot: Slot, { code, afterSeconds }: RetryAdvice, log: Log): never {
  log.warn('A slot could not run yet; it will be tried again', { kind: slot.kind, code });
  throw new JobFailed(code, afterSeconds);
}

/** As long as was advised (Slack's Retry-After), else 2, 4, 8 … seconds, at most 10 minutes. */
function pauseBefore(attempts: number, error: Error | undefined): number {
  const advised = error instanceof JobFailed ? error.afterSeconds : undefined;
  return advised === undefined
    ? Math.min(2 ** attempts * SECOND, LONGEST_PAUSE)
    : Math.ceil(advised * SECOND);
}
