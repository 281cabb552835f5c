/**
 * A way to the network on which the calls of one method (changes of messages, if not told otherwise) wait until a test
 * lets them go, in whatever order it likes. The rest goes through.
 */
export function heldUpdates(method = 'chat.update') {
  const waiting: (() => void)[] = [];
  let isHolding = true;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (isHolding && String(input).endsWith(method))
      await new Promise<void>((resolve) => waiting.push(resolve));
    return globalThis.fetch(input, init);
  };
  return {
    fetch,
    /** How many wait. */
    count: () => waiting.length,
    /** Lets one go: the one at a place in the queue. */
    release: (at = 0): void => waiting.splice(at, 1)[0]?.(),
    /** From now on nothing waits. */
    letAllGo(): void {
      isHolding = false;
      for (const release of waiting.splice(0)) release();
    },
  };
}
