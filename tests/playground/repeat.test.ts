import { describe, expect, it } from 'vitest';
import { repeat } from '../../playground/repeat.ts';
import { until } from '../../playground/until.ts';

describe('repeating', () => {
  it('does one after the other, never two at once', async () => {
    let atOnce = 0;
    let most = 0;
    let done = 0;
    const end = repeat(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise(setImmediate);
      atOnce -= 1;
      done += 1;
    }, 0);
    await until('five rounds', () => done >= 5);
    await end();
    expect(most).toBe(1);
  });

  it('ends at once during the pause', async () => {
    let done = 0;
    const end = repeat(async () => {
      done += 1;
    }, 3_600_000);
    await until('the first round', () => done === 1);
    await end();
    expect(done).toBe(1);
  });

  it('does not end before what was begun is done', async () => {
    let finish = () => {};
    let begun = 0;
    const end = repeat(() => {
      begun += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    }, 60_000);
    let isOver = false;
    const ending = end().then(() => {
      isOver = true;
    });
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    finish();
    await ending;
    expect(begun).toBe(1);
  });
});
