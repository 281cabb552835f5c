import type { QuickSlack } from '../slack/quick-slack.ts';
import type { ReadyTap } from './crowd.ts';

/** Milliseconds from when a tap was to be sent until it was acked and its private line had come. */
export type Latencies = readonly number[];

/** How long after the last tap we still wait (ms) for lines. */
const PATIENCE = 5_000;

/**
 * Sends taps at a steady rate, whatever the contestant does: one that finds all lanes busy waits, and its waiting
 * counts. A tap that is never answered counts as infinitely late.
 */
export async function openLoop(given: {
  readonly slack: QuickSlack;
  readonly lanes: number;
  readonly taps: readonly ReadyTap[];
  readonly perSecond: number;
}): Promise<Latencies> {
  const { slack, lanes, taps, perSecond } = given;
  const free = Array.from({ length: lanes }, (_, lane) => lane);
  const missing = new Map<number, number>();
  const took = new Map<number, number>();
  const begun = performance.now();
  const dueAt = (index: number) => begun + (index / perSecond) * 1_000;
  const first = taps[0]?.id ?? 0;
  let next = 0;

  const part = (id: number) => {
    const left = (missing.get(id) ?? 0) - 1;
    missing.set(id, left);
    if (left === 0) took.set(id, performance.now() - dueAt(id - first));
  };
  slack.onLine = part;

  const sendDue = () => {
    for (let tap = taps[next]; tap !== undefined && dueAt(next) <= performance.now(); tap = taps[next]) {
      const lane = free.pop();
      if (lane === undefined) return;
      next += 1;
      const { id } = tap;
      missing.set(id, 2);
      tap.send(lane, (wasTaken) => {
        free.push(lane);
        if (wasTaken) part(id);
      });
    }
  };

  const end = dueAt(taps.length) + PATIENCE;
  while (took.size < taps.length && performance.now() < end) {
    sendDue();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return taps.map(({ id }) => took.get(id) ?? Number.POSITIVE_INFINITY);
}
