import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds; fails when it does not within `patience` (ms), ten seconds if not given. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  patience = 10_000,
): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Never came true: ${condition}`);
    await sleep(5);
  }
}
