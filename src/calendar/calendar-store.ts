import { z } from 'zod';
import { DAY, MINUTE, SECOND } from '../duration.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { defineScript } from '../redis/scripts.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import type { Span } from './rhythm.ts';
import {
  calendarEntry,
  parseCalendarEntry,
  type RecordedKind,
  recordedKinds,
  type SentOnce,
  type Slot,
  type SlotKind,
  slotKinds,
} from './slot.ts';
import { parseSlotRecord, type RecordedSlot, type SlotRecord } from './slot-record.ts';

const RECORDS_KEPT = 35 * DAY;
/** Entries of the calendar that are read at once where most of them may be upkeeps. */
const PAGE = 100;
/** After this long (ms) nobody is sending any more: a post has 10 seconds. */
const SENDING_LASTS = 20 * SECOND;
/** How far (ms) the clock of whoever is sending may be ahead of ours. */
const CLOCK_SKEW = 2 * MINUTE;

const moveEntry = defineScript({ url: new URL('./move-entry.lua', import.meta.url), keys: 1 });
const claimSlot = defineScript({ url: new URL('./claim-slot.lua', import.meta.url), keys: 2 });
const markSlot = defineScript({ url: new URL('./mark-slot.lua', import.meta.url), keys: 2 });

const claimReply = z.enum(['claimed', 'under-way', 'interrupted', 'not-alone', 'done', 'no-team']);
/** What became of a claim: see `claim-slot.lua`. */
export type Claim = z.infer<typeof claimReply>;

export type CalendarStore = ReturnType<typeof createCalendarStore>;

/** The calendar in Redis: one sorted set of what is due for all teams, and a record per slot and team. */
export function createCalendarStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  const safely = withoutArguments;
  const recordKeys = (team: TeamId) => [keys.slots(team), keys.team(team)] as const;
  return {
    /**
     * Slots due at `now` (ms) or before, earliest first. Leaves them in the calendar. An entry that is none of ours is
     * reported and holds nobody up.
     */
    async due(now: number, report: (problem: unknown) => void): Promise<readonly Slot[]> {
      return slotsIn(await safely(client.zrangebyscore(keys.due(), '-inf', now, 'WITHSCORES')), report);
    },

    /** The slots of all teams that people see next, earliest first, at most `count`; due ones among them. */
    async upcoming(count: number): Promise<readonly Slot[]> {
      const seen: Slot[] = [];
      for (let from = 0; ; from += PAGE) {
        const flat = await safely(
          client.zrange(keys.due(), String(from), String(from + PAGE - 1), 'WITHSCORES'),
        );
        seen.push(...slotsIn(flat, () => undefined).filter(({ kind }) => kind !== 'upkeep'));
        if (seen.length >= count || flat.length < 2 * PAGE) return seen.slice(0, count);
      }
    },

    /** Puts the team's next slot of a kind at `instant`, or takes it out of the calendar. */
    async write(team: TeamId, kind: SlotKind, instant: number | undefined): Promise<void> {
      const entry = calendarEntry(team, kind);
      if (instant === undefined) await safely(client.zrem(keys.due(), entry));
      else await safely(client.zadd(keys.due(), instant, entry));
    },

    /** Moves a team's next slot of a kind, unless someone else already has. Returns whether it did. */
    async move(team: TeamId, kind: SlotKind, seen: number | undefined, next: number | undefined) {
      const args = [calendarEntry(team, kind), seen ?? '', next ?? ''];
      return (await moveEntry(client, [keys.due()], args)) === 1;
    },

    /** The team's next slot of each kind, in ms; a kind that is off is absent. */
    async next(team: TeamId): Promise<{ readonly [kind in SlotKind]?: number }> {
      const scores = await safely(
        client.zmscore(keys.due(), ...slotKinds.map((kind) => calendarEntry(team, kind))),
      );
      const known = slotKinds
        .map((kind, at) => [kind, scores[at]] as const)
        .filter(([, score]) => score != null);
      return Object.fromEntries(known.map(([kind, score]) => [kind, Number(score)]));
    },

    /**
     * Takes a slot for sending at `now` (ms), once: `planned → sending`. `alone`: a span in which no other slot of its
     * kind may have been sent.
     */
    async claim(slot: SentOnce, now: number, alone: Span = { from: 0, until: 0 }): Promise<Claim> {
      const [oldestSending, latestSending] = [now - SENDING_LASTS, now + CLOCK_SKEW];
      const oldest = slot.instant - RECORDS_KEPT;
      const args = [recordField(slot), now, oldestSending, latestSending, oldest, alone.from, alone.until];
      return claimReply.parse(await claimSlot(client, recordKeys(slot.team), args));
    },

    /** Writes how far the slot has come, if it is in one of the states `from` and the team is there. Returns whether. */
    async mark(slot: SentOnce, record: SlotRecord, from: readonly SlotRecord['state'][]): Promise<boolean> {
      const args = [recordField(slot), JSON.stringify(record), ...from];
      return (await markSlot(client, recordKeys(slot.team), args)) === 1;
    },

    async record(slot: SentOnce): Promise<SlotRecord> {
      return parseSlotRecord(await safely(client.hget(keys.slots(slot.team), recordField(slot))));
    },

    /** All that is remembered of the team's slots. */
    async records(team: TeamId): Promise<readonly RecordedSlot[]> {
      const stored = await safely(client.hgetall(keys.slots(team)));
      return Object.entries(stored).map(([field, record]) => ({
        ...parseRecordField(field),
        record: parseSlotRecord(record),
      }));
    },

    /** Holds back all slots of a workspace for as long (s) as Slack asks. */
    async holdBack(workspace: string, seconds: number): Promise<void> {
      await safely(client.set(keys.heldBack(workspace), '1', 'PX', Math.max(1, seconds * SECOND)));
    },

    /** How long (ms) slots of the workspace are still held back; 0 or less where they are not. */
    heldBackFor: (workspace: string): Promise<number> => safely(client.pttl(keys.heldBack(workspace))),
  };
}

/** `1764061200000-prompt`: the instant first, so that the script can tell how old an entry is. */
function recordField(slot: SentOnce): string {
  return `${slot.instant}-${slot.kind}`;
}

/** The inverse of `recordField`. Throws on anything else. */
function parseRecordField(field: string): { readonly kind: RecordedKind; readonly instant: number } {
  const [, instant, name] = /^(\d+)-(\w+)$/.exec(field) ?? [];
  const kind = recordedKinds.find((known) => known === name);
  if (kind === undefined) throw new Error('not a slot');
  return { kind, instant: Number(instant) };
}

/** The slots of entries and their scores, which stand one after the other. What is none of ours is reported. */
function slotsIn(flat: readonly string[], report: (problem: unknown) => void): readonly Slot[] {
  return flat.flatMap((entry, at) => {
    if (at % 2 !== 0) return [];
    try {
      return [parseCalendarEntry(entry, Number(flat[at + 1]))];
    } catch (error) {
      report(error);
      return [];
    }
  });
}
