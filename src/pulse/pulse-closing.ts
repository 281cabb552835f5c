import { createHash } from 'node:crypto';
import { MINUTE } from '../duration.ts';
import type { Clock, Random } from '../ports.ts';
import type { TeamId } from '../team-id.ts';
import { EntryUnreadable } from './entry.ts';
import type { KeyCustody, KeyProblem } from './key-custody.ts';
import { createKeyedStream } from './keyed-stream.ts';
import { deriveKey } from './pulse-key.ts';
import type { PulseRecord } from './pulse-record.ts';
import type { LockedPulse, PulseStore } from './pulse-store.ts';
import { receiptList } from './receipt.ts';
import { markOf } from './record-mark.ts';
import { laneCount, sumOfPads, type Totals, unmaskCount, unmaskTotals } from './tally.ts';

/** What decides whether anything is unmasked: counts and rosters, never answers. */
export type Counts = { readonly answered: number; readonly electorate: number; readonly threshold: number };

/** What a locked pulse turned out to hold, and the ts of its message ('' while unknown). */
export type Unlocked = { readonly record: PulseRecord; readonly ts: string } & Contents;

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
  readonly store: Pick<PulseStore, 'current' | 'lock' | 'forgetHistory'>;
  readonly custody: Pick<KeyCustody, 'read' | 'commit' | 'destroy'>;
  readonly clock: Clock;
};

/** How far the clocks of two instances may lie apart. */
const CLOCK_SKEW = 2 * MINUTE;

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
      if (clock.now() + CLOCK_SKEW < closesAt) return undefined;
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

    /** Destroys what is left outside Redis once the outcome is written, and asks Redis to forget the commands. */
    async destroyKey(pulseId: string): Promise<void> {
      await custody.destroy(pulseId);
      await store.forgetHistory();
    },
  };

  async function lock(team: TeamId, record: PulseRecord): Promise<LockedPulse | 'gone' | 'unreadable'> {
    try {
      return (await store.lock(team, record.id)) ?? 'gone';
    } catch (error) {
      if (error instanceof EntryUnreadable) return 'unreadable';
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
  if (!isEnough({ answered: answered.length, electorate, threshold })) return { kind: 'too-few', receipts };
  if (typeof pulseKey === 'string') return { kind: 'void', reason: pulseKey };
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
