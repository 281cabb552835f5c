import { describe, expect, test } from 'vitest';
import { inTime, LATE, orLate } from '../../src/team/in-time.ts';

const never = new Promise<string>(() => undefined);

describe('what is asked while a person waits', () => {
  test('is given where it comes in time', async () => {
    expect(await orLate(Promise.resolve('an answer'), 1_000)).toBe('an answer');
    expect(await inTime(Promise.resolve('an answer'), 1_000, 'otherwise')).toBe('an answer');
  });

  test('is late where it does not', async () => {
    expect(await orLate(never, 1)).toBe(LATE);
    expect(await inTime(never, 1, 'otherwise')).toBe('otherwise');
  });

  test('fails as it fails, unless something else was asked for', async () => {
    const failing = () => Promise.reject(new Error('it failed'));
    await expect(orLate(failing(), 1_000)).rejects.toThrow('it failed');
    expect(await inTime(failing(), 1_000, 'otherwise')).toBe('otherwise');
  });
});
