import { MINUTE } from '../duration.ts';
import { compareAndSet } from '../redis/compare-and-set.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { withoutArguments } from '../redis/store-error.ts';

/** How long the newest state stands beside the card (ms): so that two presses at once both take effect. */
const KEPT = MINUTE;

export type CardStore = ReturnType<typeof createCardStore>;

/** The newest states of cards that were pressed just now, in Redis, sealed as they are in the cards. */
export function createCardStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;

  /** `undefined` where the card was not pressed in the last minute. */
  async function read(id: string): Promise<string | undefined> {
    return (await withoutArguments(client.get(keys.card(id)))) ?? undefined;
  }

  return {
    read,

    /**
     * Writes `after`, for a minute, if what stands there is still `before`. Returns whether it did. Where Redis does not
     * say, what stands there tells, for no state is sealed twice in the same way.
     */
    async swap(id: string, before: string | undefined, after: string): Promise<boolean> {
      try {
        return await compareAndSet(client, keys.card(id), before, after, { lifetime: KEPT });
      } catch (error) {
        const newest = await read(id);
        if (newest === before) throw error;
        return newest === after;
      }
    },
  };
}
