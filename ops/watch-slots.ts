import type { JobResult, JobServices } from '../jobs/job.ts';
import type { Slot } from '../src/calendar/slot.ts';

/** Told of each slot that has run, and how it ended. */
export type SlotWatcher = (slot: Slot, outcome: string) => void;

/** The services that run slots, with the end of each told; of a slot that is passed over, why. */
export function watchSlots<Watched extends JobServices>(services: Watched, told: SlotWatcher): Watched {
  const watch =
    <Result extends JobResult>(run: (slot: Slot) => Promise<Result>) =>
    async (slot: Slot): Promise<Result> => {
      try {
        const result = await run(slot);
        told(slot, outcomeOf(result));
        return result;
      } catch (error) {
        told(slot, 'failed');
        throw error;
      }
    };
  const { calendar, prompts, pulses, readouts } = services;
  return {
    ...services,
    calendar: { ...calendar, ...watchPassedOver(calendar, told) },
    prompts: { ...prompts, post: watch(prompts.post) },
    pulses: { ...pulses, open: watch(pulses.open) },
    readouts: { ...readouts, close: watch(readouts.close) },
  };
}

/** Slots that no longer run: found by a heartbeat, or by the worker that took them. */
function watchPassedOver(
  { takeDue, admit }: JobServices['calendar'],
  told: SlotWatcher,
): Pick<JobServices['calendar'], 'takeDue' | 'admit'> {
  return {
    takeDue: (now, enqueue, report, passOver) =>
      takeDue(now, enqueue, report, (slot, reason) => {
        told(slot, reason);
        passOver?.(slot, reason);
      }),
    async admit(slot) {
      const admitted = await admit(slot);
      if (typeof admitted === 'object' && 'refused' in admitted) told(slot, admitted.refused);
      return admitted;
    },
  };
}

function outcomeOf(result: JobResult): string {
  if (typeof result === 'string') return result;
  return 'retry' in result ? 'retry' : 'hopeless';
}
