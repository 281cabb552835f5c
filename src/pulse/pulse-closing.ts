import type { TeamId } from '../team-id.ts';
import { EntryUnreadable } from './entry.ts';
import type { KeyCustody } from './key-custody.ts';
import type { PulseRecord } from './pulse-record.ts';
import type { LockedPulse, PulseStore } from './pulse-store.ts';
import { laneCount, sumOfPads, type Totals, unmaskCount, unmaskTotals } from './tally.ts';

/** What decides whether anything is unmasked: counts and rosters, never answers. */
export type Counts = { readonly answered: number; readonly electorate: number; readonly threshold: number };

/** What a locked pulse turned out to hold, and the ts of its message ('' while unknown). */
export type Unlocked = { readonly record: PulseRecord; readonly ts: string } & Contents;

type Contents =
  | { readonly kind: 'totals'; readonly totals: Totals }
  | { readonly kind: 'too-few' }
  /** Its key is lost, or someone edited its lanes or versions: nothing is guessed. */
  | { readonly kind: 'void' };

export type PulseClosing = ReturnType<typeof createPulseClosing>;

/** The locked end of a pulse: what `readout` publishes from. Every step can be repeated after a crash. */
export function createPulseClosing(deps: { readonly store: PulseStore; readonly custody: KeyCustody }) {
  const { store, custody } = deps;
  return {
    /**
     * Stops the taking of answers and unmasks the totals of the pulse that closes at `closesAt` (ms), if
     * `isEnough` says so of the counts. `undefined`: there is no such pulse (any more). Deletes nothing.
     */
    async unlock(
      team: TeamId,
      closesAt: number,
      isEnough: (counts: Counts) => boolean,
    ): Promise<Unlocked | undefined> {
      const open = await store.current(team);
      if (open === undefined || open.record.closesAt !== closesAt) return undefined;
      const { record, ts } = open;
      const locked = await lock(team, record);
      if (locked === 'gone') return undefined;
      if (locked === 'unreadable') return { kind: 'void', record, ts };
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
  pulseKey: Buffer | undefined,
  isEnough: (counts: Counts) => boolean,
): Contents {
  const { electorate, threshold, optionCount } = record;
  const entries = locked.entries.filter(({ version }) => version > 0);
  if (!isEnough({ answered: entries.length, electorate, threshold })) return { kind: 'too-few' };
  const isWhole = locked.entries.length === electorate && locked.tally.length === laneCount(optionCount);
  if (pulseKey === undefined || !isWhole) return { kind: 'void' };
  const pads = sumOfPads(pulseKey, entries, optionCount);
  const answered = unmaskCount(locked.tally, pads);
  // A wrong key or an edit makes any number of the count; "too few" would be said of it too.
  if (answered > entries.length) return { kind: 'void' };
  if (!isEnough({ answered, electorate, threshold })) return { kind: 'too-few' };
  const totals = unmaskTotals(pulseKey, locked.tally, pads, entries.length);
  return totals === undefined ? { kind: 'void' } : { kind: 'totals', totals };
}
