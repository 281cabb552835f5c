/** Tells when a job has ended for good, whichever comes first: the question or the end. */
export function createJobWatch() {
  const over = new Set<string>();
  const waiting = new Map<string, () => void>();
  return {
    ended(jobId: string): void {
      over.add(jobId);
      waiting.get(jobId)?.();
    },

    end(jobId: string): Promise<void> {
      if (over.has(jobId)) return Promise.resolve();
      return new Promise((resolve) => waiting.set(jobId, resolve));
    },
  };
}
