/**
 * What can go wrong on the way to Slack. In the first five nothing happened at Slack; after the two *accept-* ones the
 * effect is there and only the answer is lost, which the caller cannot tell from `cut` or `hang`. `slow` only takes its
 * time.
 */
export type Failure =
  | { readonly kind: 'error'; readonly code: string }
  /** Without `retryAfterSeconds` Slack does not say how long to wait. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'accept-then-cut' }
  | { readonly kind: 'accept-then-hang' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

export type FailureQueue = {
  readonly add: (method: string, failure: Failure) => void;
  readonly take: (method: string) => Failure | undefined;
  /** Whether a failure that was added has not come yet. */
  readonly isWaiting: (failure: Failure) => boolean;
};

/** Failures waiting for the next call of their method, first in first out. The method `*` is any. */
export function failureQueue(): FailureQueue {
  const waiting: { readonly method: string; readonly failure: Failure }[] = [];
  return {
    add: (method, failure) => {
      waiting.push({ method, failure });
    },
    take: (method) => {
      const index = waiting.findIndex((entry) => entry.method === method || entry.method === '*');
      return index === -1 ? undefined : waiting.splice(index, 1)[0]?.failure;
    },
    isWaiting: (failure) => waiting.some((entry) => entry.failure === failure),
  };
}
