import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDoneWithin } from '../src/done-within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function work() {
  let finish = () => {};
  let fail = (_: Error) => {};
  const promise = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { promise, finish, fail };
}

describe('work that is waited for', () => {
  test('is done in time, and nothing goes on waiting', async () => {
    const { promise, finish } = work();
    const outcome = isDoneWithin(promise, 1_000);
    finish();
    expect(await outcome).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('throws what goes wrong with it in time, and nothing goes on waiting', async () => {
    const { promise, fail } = work();
    const outcome = isDoneWithin(promise, 1_000);
    fail(new Error('on purpose'));
    await expect(outcome).rejects.toThrow('on purpose');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not done once its time is over, and not before', async () => {
    const told: boolean[] = [];
    void isDoneWithin(work().promise, 1_000).then((isDone) => told.push(isDone));
    await vi.advanceTimersByTimeAsync(999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([false]);
  });

  test('may fail later without anybody hearing of it', async () => {
    vi.useRealTimers();
    const unheard: unknown[] = [];
    const listener = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', listener);
    const { promise, fail } = work();
    expect(await isDoneWithin(promise, 1)).toBe(false);
    fail(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listener);
    expect(unheard).toEqual([]);
  });
});
