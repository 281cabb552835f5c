import { codeOf } from '../src/log.ts';
import type { Log } from '../src/ports.ts';

export type QueueTrouble = ReturnType<typeof createQueueTrouble>;

/** Says that the queue has a problem, once until it works again: while Redis is away BullMQ tells one after the other. */
export function createQueueTrouble(log: Log) {
  let isKnown = false;
  return {
    tell(problem: unknown): void {
      if (isKnown) return;
      isKnown = true;
      log.warn('The queue reports a problem', { code: codeOf([problem]) });
    },

    over(): void {
      isKnown = false;
    },
  };
}
