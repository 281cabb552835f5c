import type { CustodyKind } from '../promise.ts';
import type { TeamId } from '../team-id.ts';

/** `lost`: gone, or not whole. `exposed`: others on the machine could read it, so it protects nobody. */
export type KeyProblem = 'lost' | 'exposed';

/**
 * Where a pulse's key lives while the pulse is open (docs/privacy.md, "Key custody"). Nobody else may keep it: it is
 * read anew for every answer, so that once it is destroyed no process holds on to it.
 */
export type KeyCustody = {
  /** A: a file outside Redis. B: wrapped, in Redis; an old backup and the environment can undo it. */
  readonly kind: CustodyKind;
  /**
   * Makes sure the key outlives a crash before it returns. The first key of a pulse stays; returns the one that
   * is in force, for whoever opens the same pulse at the same moment or again after a crash.
   */
  readonly keep: (pulseId: string, key: Buffer) => Promise<Buffer>;
  /** The 32-byte key, or why there is none that can be used. */
  readonly read: (pulseId: string) => Promise<Buffer | KeyProblem>;
  /**
   * Ties the pulse to the one state it is closed from. False: it has been tied to another state before, so someone
   * is having the app count again and again what they edited in Redis.
   */
  readonly commit: (pulseId: string, state: string) => Promise<boolean>;
  /** Destroys the key for good. Harmless if it is gone. */
  readonly destroy: (pulseId: string) => Promise<void>;
  /** Ids of the team's pulses that a key is kept of: one while a pulse is open, none otherwise. */
  readonly kept: (team: TeamId) => Promise<readonly string[]>;
  /** Ids of all pulses that a key is kept of outside Redis. */
  readonly keptOutside: () => Promise<readonly string[]>;
  /**
   * Makes sure at start that keys can be kept. `redisFolder`: where Redis keeps its files, if on this machine.
   * Returns what is unwise, as sentences. Throws `StartProblem` where no key could be kept, or others could.
   */
  readonly check: (redisFolder?: string) => Promise<readonly string[]>;
};
