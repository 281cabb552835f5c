import { codeOf } from '../src/log.ts';
import type { Gateway } from '../src/slack/gateway.ts';
import { outcomeOfError } from '../src/slack/outcome.ts';

/**
 * The gateway, with each of its failures told as a code: what it throws, and posts that were not sent. Answers to taps
 * do not go this way, so that no tap can be seen in it.
 */
export function watchGateway(gateway: Gateway, failed: (code: string) => void): Gateway {
  const watch =
    (call: (...given: readonly unknown[]) => unknown) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      try {
        const result = await Reflect.apply(call, gateway, given);
        if (isFailedPost(result)) failed(codeOf([result]));
        return result;
      } catch (error) {
        failed(codeOf([outcomeOfError(error)]));
        throw error;
      }
    };
  return new Proxy(gateway, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      return isCallable(found) ? watch(found) : found;
    },
  });
}

function isCallable(value: unknown): value is (...given: readonly unknown[]) => unknown {
  return typeof value === 'function';
}

/** A `PostOutcome` other than `sent`. */
function isFailedPost(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'kind' in result && 'code' in result;
}
