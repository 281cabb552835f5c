import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds; fails when it does not within ten seconds. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Never came true: ${condition}`);
    await sleep(5);
  }
}
