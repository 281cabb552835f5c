import { UnrecoverableError } from 'bullmq';
import type { RetryAdvice } from '../src/calendar/calendar-service.ts';
import type { Slot } from '../src/calendar/slot.ts';
import { codeOf } from '../src/log.ts';
import type { Log } from '../src/ports.ts';
import { needsMending } from '../src/slack/outcome.ts';
import { jobs } from './index.ts';
import type { JobResult, JobServices } from './job.ts';
import { JobFailed } from './job-failed.ts';
import { slotOf } from './slot-job.ts';

/**
 * Runs what the queue held, by kind: the one wrapper around all jobs. What they throw becomes a code in the log.
 *
 * @throws JobFailed for a slot that is to be tried again; UnrecoverableError for what is no slot.
 */
export async function runJob(data: unknown, services: JobServices, log: Log): Promise<void> {
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
