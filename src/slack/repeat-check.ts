import { isDoneWithin } from '../done-within.ts';
import { SECOND } from '../duration.ts';

/** Where all processes remember which requests have been taken; see `redis/taken-requests.ts`. */
export type RequestMemory = {
  readonly isFirst: (signature: string, span: number) => Promise<boolean>;
};

/** How long (ms) the memory is waited for: whoever sent the request waits as well. */
const PATIENCE = 1 * SECOND;

export type RepeatCheck = ReturnType<typeof createRepeatCheck>;

/**
 * Tells whether a request was taken by another process, or by this one before it was restarted. Where nothing can be
 * remembered it was not: what this process has seen itself is refused all the same (`signature-check.ts`).
 *
 * @param deps.isSafeTwice whether something may come twice without harm, and need not be asked for
 */
export function createRepeatCheck(deps: {
  readonly requests: RequestMemory;
  readonly isSafeTwice: (body: object) => boolean;
}) {
  const { requests, isSafeTwice } = deps;

  /** Asks for a signature that stays good for `span` milliseconds. */
  return async function isRepeated(signature: string, span: number, body: object): Promise<boolean> {
    if (isSafeTwice(body)) return false;
    const told = { isFirst: true };
    const asking = requests.isFirst(signature, span).then((isFirst) => {
      told.isFirst = isFirst;
    });
    await isDoneWithin(asking, PATIENCE).catch(() => undefined);
    return !told.isFirst;
  };
}
