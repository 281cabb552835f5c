import type { Clock } from '../../src/ports.ts';

export type JumpingClock = Clock & {
  /** Moves to an instant (ms); never back, unless a test wants just that. */
  readonly jumpTo: (instant: number) => void;
};

/** A clock that stands still until it is moved. */
export function createJumpingClock(start: number): JumpingClock {
  let instant = start;
  return {
    now: () => instant,
    jumpTo: (next) => {
      instant = next;
    },
  };
}
