import type { ChainableCommander } from 'ioredis';
import type { RedisClient } from './make-client.ts';
import { StoreError, storeError } from './store-error.ts';

/**
 * Several commands as one MULTI. Redis refuses all of them or executes all of them, but does not undo: where a
 * single command fails on execution (WRONGTYPE), the others have been executed. All keys must share a hash tag.
 *
 * @param commands queues the commands; their own promises are not to be awaited.
 * @returns the replies, in order.
 * @throws StoreError: `not-sent` when the whole was refused or Redis was away; `unknown` when the line broke or a
 *   command failed on execution.
 */
export async function transact(
  client: Pick<RedisClient, 'multi'>,
  commands: (transaction: ChainableCommander) => void,
): Promise<readonly unknown[]> {
  const transaction = client.multi();
  commands(transaction);
  const results = await transaction.exec().catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (results === null) throw new StoreError({ certainty: 'not-sent', code: 'EXECABORT' });
  return results.map(([error, reply]) => {
    if (error !== null) throw new StoreError({ certainty: 'unknown', code: storeError(error).code });
    return reply;
  });
}

/** EXECABORT only says that some command was refused; the first refusal says why. */
function refusalOf(error: unknown): StoreError {
  const whole = storeError(error);
  if (whole.code !== 'EXECABORT' || !(error instanceof Error) || !('previousErrors' in error)) return whole;
  const [first] = Array.isArray(error.previousErrors) ? error.previousErrors : [];
  return new StoreError({ certainty: 'not-sent', code: storeError(first).code });
}
