import { describe, expect, it } from 'vitest';
import { createEndings } from '../../playground/endings.ts';

describe('ending what was begun', () => {
  it('goes backwards, one after the other', async () => {
    const order: string[] = [];
    const { add, run } = createEndings();
    await add(() => order.push('first begun'));
    await add(async () => {
      await new Promise(setImmediate);
      order.push('last begun');
    });
    await run();
    expect(order).toEqual(['last begun', 'first begun']);
  });

  it('happens once, and the second who asks waits for the first', async () => {
    let times = 0;
    const { add, run } = createEndings();
    await add(async () => {
      await new Promise(setImmediate);
      times += 1;
    });
    void run();
    await run();
    expect(times).toBe(1);
  });

  it('ends at once what begins too late, and stops whoever goes on beginning', async () => {
    let hasEnded = false;
    const { add, run } = createEndings();
    await run();
    const late = add(() => {
      hasEnded = true;
    });
    await expect(late).rejects.toThrow('Ended while it was starting.');
    expect(hasEnded).toBe(true);
  });
});
