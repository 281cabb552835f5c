import { THRESHOLD_FLOOR } from '../promise.ts';
import type { Counts } from '../pulse/pulse-closing.ts';

/**
 * The one place that decides whether anything is published. It takes counts and rosters only, so it cannot depend
 * on what people answered (docs/privacy.md, "The rules of disclosure", rules 1 and 3).
 */
export function mayPublish({ answered, electorate, threshold }: Counts): boolean {
  return answered >= Math.max(THRESHOLD_FLOOR, threshold) && electorate >= answered;
}
