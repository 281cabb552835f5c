/**
 * Where a pulse's key lives while the pulse is open (docs/privacy.md, "Key custody"). Nobody else may keep it:
 * it is read anew for every answer, so that once it is destroyed no process has it.
 */
export type KeyCustody = {
  /**
   * Makes sure the key outlives a crash before it returns. The first key of a pulse stays; returns the one that
   * is in force, for whoever opens the same pulse at the same moment or again after a crash.
   */
  readonly keep: (pulseId: string, key: Buffer) => Promise<Buffer>;
  /** The 32-byte key, or `undefined` if there is none that can be used. */
  readonly read: (pulseId: string) => Promise<Buffer | undefined>;
  /** Destroys the key for good. Harmless if it is gone. */
  readonly destroy: (pulseId: string) => Promise<void>;
};
