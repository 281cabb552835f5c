/** What was begun and has to be ended, the last first. */
export type Endings = {
  /** @throws Error once everything is ended; what was begun too late is ended first. */
  readonly add: (end: () => unknown) => Promise<void>;
  /** Ends everything. May be called again, and waits for the first call then. */
  readonly run: () => Promise<void>;
};

/** A way out that can be taken at any moment, also while things still begin. */
export function createEndings(): Endings {
  const endings: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;
  const endAll = async () => {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
  };
  return {
    async add(end) {
      if (ending === undefined) {
        endings.push(end);
        return;
      }
      await end();
      throw new Error('Ended while it was starting.');
    },

    run() {
      ending ??= endAll();
      return ending;
    },
  };
}
