import type { Frame } from './shapes.ts';

export type FrameWatch = {
  /** Tells the watch what has just arrived. */
  readonly hear: (frame: Frame) => void;
  /**
   * Does `act` and gives the first thing heard from then on that `pick` accepts. What stands on the screen cannot tell
   * an old error or an old Home tab from a new one; what is heard can.
   * @throws Error "Waited … for <what>, in vain.", or what `act` throws
   */
  readonly after: <T>(what: string, act: () => unknown, pick: (frame: Frame) => T | undefined) => Promise<T>;
};

/** @param timeout of each wait, in milliseconds */
export function frameWatch(timeout: number): FrameWatch {
  const listeners = new Set<(frame: Frame) => void>();
  return {
    hear: (frame) => {
      for (const listener of listeners) listener(frame);
    },
    after: (what, act, pick) =>
      new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          listeners.delete(listener);
        };
        const fail = (problem: unknown) => {
          end();
          reject(problem);
        };
        const listener = (frame: Frame) => {
          const picked = pick(frame);
          if (picked === undefined) return;
          end();
          resolve(picked);
        };
        const timer = setTimeout(
          () => fail(new Error(`Waited ${timeout} ms for ${what}, in vain.`)),
          timeout,
        );
        listeners.add(listener);
        Promise.resolve().then(act).catch(fail);
      }),
  };
}
