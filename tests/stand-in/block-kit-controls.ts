import { expect, test } from 'vitest';
import { problemsOf, type Surface } from '../support/block-kit-limits.ts';

export type Control<Piece> = readonly [rule: string, piece: Piece, problem: string];

/** One control per rule: a payload that is good but for one piece must trip that rule, and no other. */
export function trips<Piece>(
  surface: Surface,
  payloadWith: (piece: Piece) => object,
  controls: readonly Control<Piece>[],
): void {
  test.each(controls)('%s', (_rule, piece, problem) => {
    const problems = problemsOf(surface, payloadWith(piece));
    expect(problems.join('\n')).toContain(problem);
    expect(new Set(problems.map((found) => found.split(':')[0])).size).toBe(1);
  });
}
