import { expect, test } from 'vitest';
import { createTracker } from '../../listeners/track.ts';

/** A promise with its ends in our hands. */
function work() {
  let finish: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { promise, finish: () => finish('done'), fail: () => fail(new Error('failed')) };
}

test('waiting ends when all work is done, that begun meanwhile included', async () => {
  const { track, settled } = createTracker();
  const [first, second] = [work(), work()];
  const order: string[] = [];
  const tracked = track(first.promise).then(() => {
    order.push('first');
    return track(second.promise).then(() => order.push('second'));
  });
  const waiting = settled().then(() => order.push('settled'));
  first.finish();
  await first.promise;
  second.finish();
  await Promise.all([tracked, waiting]);
  expect(order.at(0)).toBe('first');
  expect(order.at(-1)).toBe('settled');
});

test('tracked work gives its own result, and its own failure', async () => {
  const { track } = createTracker();
  const [good, bad] = [work(), work()];
  good.finish();
  bad.fail();
  expect(await track(good.promise)).toBe('done');
  await expect(track(bad.promise)).rejects.toThrow('failed');
});

test('work that fails does not make the waiting fail, and is not waited for again', async () => {
  const { track, settled } = createTracker();
  const bad = work();
  const tracked = track(bad.promise).catch(() => 'caught');
  bad.fail();
  await settled();
  expect(await tracked).toBe('caught');
  await settled();
});

test('with nothing under way there is nothing to wait for', async () => {
  await createTracker().settled();
});
