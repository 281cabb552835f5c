import type { EventMemory } from '../../src/slack/deliveries.ts';

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
