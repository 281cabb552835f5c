/** Tells when a job has ended for good, whichever comes first: the question or the end. Each end answers once. */
export function createJobWatch() {
  const over = new Set<string>();
  const waiting = new Map<string, () => void>();
  return {
    ended(jobId: string): void {
      const tell = waiting.get(jobId);
      if (tell === undefined) over.add(jobId);
      waiting.delete(jobId);
      tell?.();
    },

    end(jobId: string): Promise<void> {
      if (over.delete(jobId)) return Promise.resolve();
      return new Promise((resolve) => waiting.set(jobId, resolve));
    },
  };
}
