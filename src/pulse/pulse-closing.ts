import { createHash } from 'node:crypto';
import { MINUTE } from '../duration.ts';
import type { Clock, Random } from '../ports.ts';
import { isWrongType } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { EntryUnreadable } from './entry.ts';
import type { KeyCustody, KeyProblem } from './key-custody.ts';
import { createKeyedStream } from './keyed-stream.ts';
import { deriveKey } from './pulse-key.ts';
import { openedAtOf, type PulseRecord, recordOfLost } from './pulse-record.ts';
import type { LockedPulse, PulseStore } from './pulse-store.ts';
import { receiptList } from './receipt.ts';
import { markOf } from './record-mark.ts';
import { laneCount, sumOfPads, type Totals, unmaskCount, unmaskTotals } from './tally.ts';

/** What decides whether anything is unmasked: counts and rosters, never answers. */
export type Counts = { readonly answered: number; readonly electorate: number; readonly threshold: number };

/**
 * What a locked pulse turned out to hold, the ts of its message ('' while unknown), and the id under which it stands
 * in the store, should that be another than its own.
 */
export type Unlocked = {
  readonly record: PulseRecord;
  readonly ts: string;
  readonly standing?: string;
} & Contents;

/** Why a pulse cannot be counted: its key is gone, others could read it, or the store was edited. */
export type VoidReason = KeyProblem | 'edited';

type Contents =
  | {
      readonly kind: 'totals';
      readonly totals: Totals;
      readonly receipts: readonly string[];
      /** A stream that the pulse's key fixes: a repeated close draws the same. */
      readonly chance: Random;
    }
  | { readonly kind: 'too-few'; readonly receipts: readonly string[] }
  /** Nothing is guessed. */
  | { readonly kind: 'void'; readonly reason: VoidReason };

export type PulseClosing = ReturnType<typeof createPulseClosing>;

/** All that a closing may ask of the pulse's keys in Redis and of its key. */
export type ClosingDeps = {
  readonly store: Pick<PulseStore, 'find' | 'current' | 'lock' | 'forgetHistory'>;
  readonly custody: Pick<KeyCustody, 'read' | 'commit' | 'destroy' | 'kept'>;
  readonly clock: Clock;
};

/** How far (ms) the clocks of two instances may lie apart. */
export const CLOCK_SKEW = 2 * MINUTE;

/** The locked end of a pulse: what `readout` publishes from. Every step can be repeated after a crash. */
export function createPulseClosing(deps: ClosingDeps) {
  const { store, custody, clock } = deps;
  return {
    /**
     * Stops the taking of answers and unmasks the totals of the pulse that closes at `closesAt` (ms), if
     * `isEnough` says so of the counts. `undefined`: there is no such pulse (any more), or it is not time yet, whoever
     * put the job on the queue. Deletes nothing.
     */
    async unlock(
      team: TeamId,
      closesAt: number,
      isEnough: (counts: Counts) => boolean,
    ): Promise<Unlocked | undefined> {
      const open = await store.current(team);
      if (open === undefined || open.record.closesAt !== closesAt) return undefined;
      if (!isTime(closesAt)) return undefined;
      const { record, ts } = open;
      const locked = await lock(team, record);
      if (locked === 'gone') return undefined;
      if (locked === 'unreadable') return { kind: 'void', reason: 'edited', record, ts };
      // Before the key is read: or an edited store could be counted again and again, each time without someone.
      if (!(await custody.commit(record.id, digestOf(locked)))) {
        return { kind: 'void', reason: 'edited', record, ts };
      }
      return { ...unmask(record, locked, await custody.read(record.id), isEnough), record, ts };
    },

    /**
     * What there is to say where the pulse that closes at `closesAt` (ms) is not in the store, or not as a pulse: with
     * its key still there, or something else in its place, someone has edited Redis. `undefined`: nothing.
     */
    async lost(team: TeamId, closesAt: number): Promise<Unlocked | undefined> {
      const [pulseId] = await keptBefore(team, closesAt);
      const found = await store.find(team);
      if (!isTime(closesAt) || (found !== undefined && found.state !== 'unreadable')) return undefined;
      if (found === undefined && pulseId === undefined) return undefined;
      const record = recordOfLost(team, closesAt, pulseId);
      return { kind: 'void', reason: 'edited', record, ts: '', standing: found?.id ?? '' };
    },

    /** The instant (ms) at which the team's open pulse closes by its record, if there is one that can be read. */
    closesAt: async (team: TeamId): Promise<number | undefined> =>
      (await store.current(team))?.record.closesAt,

    /**
     * Destroys the team's keys once the outcome of the pulse that closed at `closesAt` (ms) is written, except that
     * of a pulse that is open, and asks Redis to forget the commands.
     */
    async destroyKeys(team: TeamId, closesAt: number): Promise<void> {
      const kept = await keptBefore(team, closesAt);
      const open = await store.current(team);
      const strays = kept.filter((pulseId) => pulseId !== open?.record.id);
      for (const pulseId of strays) await custody.destroy(pulseId);
      await store.forgetHistory();
    },
  };

  function isTime(closesAt: number): boolean {
    return clock.now() + CLOCK_SKEW >= closesAt;
  }

  /** Not the key of a pulse that is just being opened, after the one that closes. */
  async function keptBefore(team: TeamId, closesAt: number): Promise<readonly string[]> {
    return (await custody.kept(team)).filter((pulseId) => openedAtOf(pulseId) < closesAt);
  }

  async function lock(team: TeamId, record: PulseRecord): Promise<LockedPulse | 'gone' | 'unreadable'> {
    try {
      return (await store.lock(team, record.id)) ?? 'gone';
    } catch (error) {
      if (error instanceof EntryUnreadable || isWrongType(error)) return 'unreadable';
      throw error;
    }
  }
}

function unmask(
  record: PulseRecord,
  locked: LockedPulse,
  pulseKey: Buffer | KeyProblem,
  isEnough: (counts: Counts) => boolean,
): Contents {
  const { electorate, threshold, optionCount } = record;
  const answered = locked.entries.filter(({ version }) => version > 0);
  const receipts = typeof pulseKey === 'string' ? [] : receiptList(pulseKey, locked.entries);
  const isWhole = locked.entries.length === electorate && locked.tally.length === laneCount(optionCount);
  if (!isWhole || !isMarked(record, locked, pulseKey)) return { kind: 'void', reason: 'edited' };
  if (typeof pulseKey === 'string') return { kind: 'void', reason: pulseKey };
  if (!isEnough({ answered: answered.length, electorate, threshold })) return { kind: 'too-few', receipts };
  const pads = sumOfPads(pulseKey, answered, optionCount);
  const count = unmaskCount(locked.tally, pads);
  // A wrong key or an edit makes any number of the count; "too few" would be said of it too.
  if (count > answered.length) return { kind: 'void', reason: 'edited' };
  if (!isEnough({ answered: count, electorate, threshold })) return { kind: 'too-few', receipts };
  const totals = unmaskTotals(pulseKey, locked.tally, pads, answered.length);
  if (totals === undefined) return { kind: 'void', reason: 'edited' };
  return { kind: 'totals', totals, receipts, chance: createKeyedStream(deriveKey(pulseKey, 'noise')) };
}

/** One text for one set of answers: entries and mark. No lane is read for it; the MACs tie the lanes to the entries. */
function digestOf({ entries, mark }: LockedPulse): string {
  const listed = entries.map(({ token, version, r }) => `${token} ${version} ${r}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([listed, mark]))
    .digest('base64url');
}

/** Whether record and electorate are those of the opening, as far as the key is there to tell. */
function isMarked(
  record: PulseRecord,
  { entries, mark }: LockedPulse,
  pulseKey: Buffer | KeyProblem,
): boolean {
  if (typeof pulseKey === 'string') return true;
  const tokens = entries.map(({ token }) => token);
  return mark === markOf(pulseKey, record, tokens);
}
