import type { QuickSlack } from '../slack/quick-slack.ts';
import type { ReadyTap } from './crowd.ts';

export type LoopResult = {
  /** Private lines that came, and those among them which say that the answer counted. */
  readonly lines: number;
  readonly counted: number;
  readonly milliseconds: number;
};

const COUNTED = 'Added to the ';
/** How long (ms) all of it may take before we say that something is wrong. */
const PATIENCE = 60_000;

/**
 * Every lane sends a tap, waits until it is acked and its private line has come, and sends the next, until there
 * are no more taps.
 * @throws Error if a tap is refused, or never answered
 */
export async function closedLoop(given: {
  readonly slack: QuickSlack;
  /** How many taps are under way at once. */
  readonly lanes: number;
  readonly taps: readonly ReadyTap[];
}): Promise<LoopResult> {
  const { slack, taps } = given;
  const answered = new Map<number, () => void>();
  const begun = performance.now();
  const result = { lines: 0, counted: 0 };
  let next = 0;
  slack.onLine = (id, body) => {
    result.lines += 1;
    if (body.includes(COUNTED)) result.counted += 1;
    answered.get(id)?.();
  };

  const runLane = async (lane: number) => {
    for (let tap = taps[next]; tap !== undefined; tap = taps[next]) {
      next += 1;
      const { id, send } = tap;
      const line = new Promise<void>((resolve) => answered.set(id, resolve));
      const wasTaken = await new Promise<boolean>((resolve) => send(lane, resolve));
      if (!wasTaken) throw new Error('A tap was refused: the contestant does not take answers.');
      await line;
      answered.delete(id);
    }
  };
  await inTime(Promise.all(Array.from({ length: given.lanes }, (_, lane) => runLane(lane))));
  return { ...result, milliseconds: performance.now() - begun };
}

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Taps were not answered.')), PATIENCE);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
