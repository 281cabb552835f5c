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
  return {
    /** `undefined` where the card was not pressed in the last minute. */
    async read(id: string): Promise<string | undefined> {
      return (await withoutArguments(client.get(keys.card(id)))) ?? undefined;
    },

    /** Writes `after`, for a minute, if what stands there is still `before`. Returns whether it did. */
    swap: (id: string, before: string | undefined, after: string): Promise<boolean> =>
      compareAndSet(client, keys.card(id), before, after, { lifetime: KEPT }),
  };
}
