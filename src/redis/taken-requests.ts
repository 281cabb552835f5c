import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { keys } from './keys.ts';
import { withoutArguments } from './store-error.ts';

export type TakenRequests = ReturnType<typeof createTakenRequests>;

/**
 * Which signed requests have been taken, for all instances, and across restarts: a digest of the signature, which says
 * nothing about anybody.
 */
export function createTakenRequests(deps: { readonly client: Pick<Redis, 'set'> }) {
  const { client } = deps;
  return {
    /** Whether nobody has taken it in the last `span` milliseconds; from now on it is taken. One round trip. */
    async isFirst(signature: string, span: number): Promise<boolean> {
      const digest = createHash('sha256').update(signature).digest('hex').slice(0, 32);
      return (await withoutArguments(client.set(keys.request(digest), '', 'PX', span, 'NX'))) === 'OK';
    },
  };
}
