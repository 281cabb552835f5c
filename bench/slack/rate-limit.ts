/** So many a second, and as many at once: a bucket that fills while time (ms, given with each call) passes. */
export function createRateLimit(perSecond: number): (now: number) => boolean {
  let left = perSecond;
  let last: number | undefined;
  return (now) => {
    left = Math.min(perSecond, left + ((now - (last ?? now)) / 1_000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
