import { MINUTE } from '../duration.ts';
import type { Clock, Log } from '../ports.ts';

/** Notes refused requests: the first of a kind at once, further ones as a number once a minute. Anyone may send them. */
export function createRefusalLog(deps: { readonly log: Log; readonly clock: Clock }): (code: string) => void {
  const { log, clock } = deps;
  const noted = new Map<string, { readonly at: number; readonly since: number }>();
  return (code) => {
    const now = clock.now();
    const { at, since } = noted.get(code) ?? { at: Number.NEGATIVE_INFINITY, since: 0 };
    if (now - at < MINUTE) return void noted.set(code, { at, since: since + 1 });
    log.warn('A request was refused', { code, count: since + 1 });
    noted.set(code, { at: now, since: 0 });
  };
}
