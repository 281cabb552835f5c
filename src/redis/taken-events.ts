import type { Redis } from 'ioredis';
import { HOUR, SECOND } from '../duration.ts';
import { keys } from './keys.ts';
import { withoutArguments } from './store-error.ts';

/** How long an event is remembered (s): Slack sends one again three times, the last time after five minutes. */
const REMEMBERED = HOUR / SECOND;
/** How long (s) somebody may be at it: then they are gone, and it may be taken anew. Shorter than Slack's next but one try. */
const UNDER_WAY = 10;

/** `new`: ours to handle now. `under-way`: somebody is at it. `done`: it has been handled. */
export type EventState = 'new' | 'under-way' | 'done';

export type TakenEvents = ReturnType<typeof createTakenEvents>;

/** Which of Slack's events have been handled, for all instances: ids of deliveries, which say nothing about anybody. */
export function createTakenEvents(deps: { readonly client: Pick<Redis, 'set' | 'del'> }) {
  const { client } = deps;
  return {
    /** Takes an event to be handled, if nobody has: one round trip. */
    async take(id: string): Promise<EventState> {
      const before = await withoutArguments(
        client.set(keys.event(id), 'under-way', 'EX', UNDER_WAY, 'NX', 'GET'),
      );
      if (before === null) return 'new';
      return before === 'done' ? 'done' : 'under-way';
    },

    async done(id: string): Promise<void> {
      await withoutArguments(client.set(keys.event(id), 'done', 'EX', REMEMBERED));
    },

    /** It could not be handled: whoever gets it next may try. */
    async giveBack(id: string): Promise<void> {
      await withoutArguments(client.del(keys.event(id)));
    },
  };
}
