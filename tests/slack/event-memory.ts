import type { EventMemory } from '../../src/slack/deliveries.ts';
import type { RequestMemory } from '../../src/slack/repeat-check.ts';

/** What `redis/taken-events.ts` remembers, without a Redis and for ever. */
export function eventMemory(): EventMemory & { readonly states: ReadonlyMap<string, string> } {
  const states = new Map<string, 'under-way' | 'done'>();
  return {
    states,
    async take(id) {
      const before = states.get(id);
      if (before === undefined) states.set(id, 'under-way');
      return before ?? 'new';
    },
    async done(id) {
      states.set(id, 'done');
    },
    async giveBack(id) {
      states.delete(id);
    },
  };
}

/** What `redis/taken-requests.ts` remembers, without a Redis and for ever. */
export function requestMemory(): RequestMemory & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    async isFirst(signature) {
      const isFirst = !asked.includes(signature);
      asked.push(signature);
      return isFirst;
    },
  };
}
