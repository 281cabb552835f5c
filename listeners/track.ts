/** Counts work that goes on after the ack, so that stopping can wait for it: Bolt does not. */
export type Track = <T>(work: Promise<T>) => Promise<T>;

export function createTracker(): { readonly track: Track; readonly settled: () => Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  return {
    async track(work) {
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },

    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
