import type { Band } from '../../../src/readout/level.ts';
import { range } from './range.ts';

/** Every way to cut 0..n into bands that follow one another: one for each set of places to cut. */
export function partitionsOf(answers: number): readonly (readonly Band[])[] {
  return range(0, 2 ** answers - 1).map((cuts) => {
    const starts = [0, ...range(1, answers).filter((at) => ((cuts >> (at - 1)) & 1) === 1)];
    return starts.map((from, at) => ({ from, to: (starts[at + 1] ?? answers + 1) - 1 }));
  });
}
