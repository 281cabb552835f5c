import type { Ticker } from '../jobs/heartbeat.ts';

/**
 * Does `work` again and again, one after the other, with `pause` milliseconds in between. The function it gives back
 * ends that, and resolves once what was begun is done.
 */
export function repeat(work: () => Promise<unknown>, pause: number): () => Promise<void> {
  let isOver = false;
  let wake = () => {};
  const run = async () => {
    while (!isOver) {
      await work();
      if (isOver) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  return async () => {
    isOver = true;
    wake();
    await running;
  };
}

/** The playground's heartbeat: every `pause` milliseconds of real time, since the virtual minutes fly. */
export function quickTicker(pause: number): Ticker {
  return {
    start(beat) {
      const end = repeat(beat, pause);
      return { stop: () => void end() };
    },
  };
}
