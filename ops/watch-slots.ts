import type { JobResult, JobServices } from '../jobs/job.ts';
import type { Slot } from '../src/calendar/slot.ts';

/** Told of each slot that has run, and how it ended. */
export type SlotWatcher = (slot: Slot, outcome: string) => void;

/** The services that run slots, with the end of each told. */
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
  const { prompts, pulses, readouts } = services;
  return {
    ...services,
    prompts: { ...prompts, post: watch(prompts.post) },
    pulses: { ...pulses, open: watch(pulses.open) },
    readouts: { ...readouts, close: watch(readouts.close) },
  };
}

function outcomeOf(result: JobResult): string {
  if (typeof result === 'string') return result;
  return 'retry' in result ? 'retry' : 'hopeless';
}
