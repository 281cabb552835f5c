import { inspect } from 'node:util';
import { expect } from 'vitest';
import { StoreError } from '../../src/redis/store-error.ts';

/** A word that stands for what must never leave the store. It goes into keys and arguments. */
export const CANARY = 'CANARY-8f3a';

/** Everything an error could print, hidden properties, stack and causes included. */
export function everythingIn(error: unknown): string {
  const shown = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
  return [shown, String(error), JSON.stringify(error), error instanceof Error ? error.stack : ''].join('\n');
}

/** The failure of an operation, as `certainty CODE`, after a look for the canary in every corner of it. */
export async function failureOf(operation: Promise<unknown>): Promise<string> {
  const error = await rejection(operation);
  expect(everythingIn(error)).not.toContain(CANARY);
  expect(error).toBeInstanceOf(StoreError);
  return error instanceof StoreError ? `${error.certainty} ${error.code}` : '';
}

export async function rejection(operation: Promise<unknown>): Promise<unknown> {
  return await operation.then(
    (value) => {
      throw new Error(`It succeeded: ${String(value)}`);
    },
    (error: unknown) => error,
  );
}
