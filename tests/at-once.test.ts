import { describe, expect, test } from 'vitest';
import { eachAtOnce, groupedBy } from '../src/at-once.ts';

/** Work that is done when it is told to be, and remembers how much of it there was at once. */
function watched() {
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const work = (item: number) =>
    new Promise<void>((resolve) => {
      begun.push(item);
      finish.push(resolve);
    });
  return { begun, finish, work };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe('work at once', () => {
  test('is begun in order, no more than allowed, and the next as soon as one is done', async () => {
    const { begun, finish, work } = watched();
    const done = eachAtOnce([1, 2, 3, 4], 2, work);
    await aMoment();
    expect(begun).toEqual([1, 2]);
    finish[1]?.();
    await aMoment();
    expect(begun).toEqual([1, 2, 3]);
    finish[0]?.();
    finish[2]?.();
    await aMoment();
    finish[3]?.();
    await done;
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  test('tells what went wrong once the others are done', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      if (item === 1) throw new Error('on purpose');
      await aMoment();
      done.push(item);
    };
    await expect(eachAtOnce([1, 2, 3], 2, work)).rejects.toThrow('on purpose');
    expect(done).toEqual([2, 3]);
  });

  test('is nothing where there is nothing', async () => {
    await eachAtOnce([], 5, () => Promise.reject(new Error('never')));
  });
});

test('what has the same name comes together, in the order in which it first came', () => {
  expect(groupedBy(['b1', 'a1', 'b2', 'c1', 'a2'], ([name = '']) => name)).toEqual([
    ['b1', 'b2'],
    ['a1', 'a2'],
    ['c1'],
  ]);
});
