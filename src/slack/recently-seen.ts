/**
 * Remembers names for at least `span` milliseconds, in two halves, of which the older is forgotten at a time: nothing
 * is searched, and nothing has to be cleaned up. A half that holds `most` names is full, and makes way early.
 */
export function createRecentlySeen(options: { readonly span: number; readonly most: number }) {
  const { span, most } = options;
  let current = new Set<string>();
  let former = new Set<string>();
  let turnsAt = Number.NEGATIVE_INFINITY;

  return {
    /** Whether the name is new at `now` (ms); it is not, from then on. */
    isFirst(name: string, now: number): boolean {
      if (now >= turnsAt || current.size >= most) turn(now);
      if (current.has(name) || former.has(name)) return false;
      current.add(name);
      return true;
    },

    /** Takes a name back: it is new again. */
    forget(name: string): void {
      current.delete(name);
      former.delete(name);
    },
  };

  function turn(now: number): void {
    former = now >= turnsAt + span ? new Set() : current;
    current = new Set();
    turnsAt = now + span;
  }
}
