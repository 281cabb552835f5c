import { DAY } from '../duration.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { defineScript } from '../redis/scripts.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { calendarEntry, parseCalendarEntry, type Slot, type SlotKind, slotKinds } from './slot.ts';
import { parseSlotRecord, type SlotRecord } from './slot-record.ts';

const RECORDS_KEPT = 35 * DAY;

const moveEntry = defineScript({ url: new URL('./move-entry.lua', import.meta.url), keys: 1 });
const claimSlot = defineScript({ url: new URL('./claim-slot.lua', import.meta.url), keys: 2 });
const markSlot = defineScript({ url: new URL('./mark-slot.lua', import.meta.url), keys: 2 });

export type CalendarStore = ReturnType<typeof createCalendarStore>;

/** The calendar in Redis: one sorted set of what is due for all teams, and a record per slot and team. */
export function createCalendarStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  const safely = withoutArguments;
  const recordKeys = (team: TeamId) => [keys.slots(team), keys.team(team)] as const;
  return {
    /** Slots due at `now` (ms) or before, earliest first. Leaves them in the calendar. */
    async due(now: number): Promise<readonly Slot[]> {
      const flat = await safely(client.zrangebyscore(keys.due(), '-inf', now, 'WITHSCORES'));
      return pairs(flat).map(([entry, score]) => parseCalendarEntry(entry, Number(score)));
    },

    /** The slots of all teams that come next, earliest first, at most `count`; due ones among them. */
    async upcoming(count: number): Promise<readonly Slot[]> {
      const flat = await safely(client.zrange(keys.due(), '0', String(count - 1), 'WITHSCORES'));
      return pairs(flat).map(([entry, score]) => parseCalendarEntry(entry, Number(score)));
    },

    /** Puts the team's next slot of a kind at `instant`, or takes it out of the calendar. */
    async write(team: TeamId, kind: SlotKind, instant: number | undefined): Promise<void> {
      const entry = calendarEntry(team, kind);
      if (instant === undefined) await safely(client.zrem(keys.due(), entry));
      else await safely(client.zadd(keys.due(), instant, entry));
    },

    /** Replaces a slot by the next of its kind, unless someone else already has. */
    async replace(slot: Slot, next: number | undefined): Promise<void> {
      const entry = calendarEntry(slot.team, slot.kind);
      await moveEntry(client, [keys.due()], [entry, slot.instant, next ?? '']);
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

    /** Moves the slot to `sending` if it is new or `planned`; returns the record before (`not-sent`: no team). */
    async claim(slot: Slot): Promise<SlotRecord> {
      const oldest = slot.instant - RECORDS_KEPT;
      return parseSlotRecord(await claimSlot(client, recordKeys(slot.team), [recordField(slot), oldest]));
    },

    /** Writes how the slot ended, or that it may be tried again (`planned`). Nothing, where the team is gone. */
    async mark(slot: Slot, record: SlotRecord): Promise<void> {
      await markSlot(client, recordKeys(slot.team), [recordField(slot), JSON.stringify(record)]);
    },

    async record(slot: Slot): Promise<SlotRecord> {
      return parseSlotRecord(await safely(client.hget(keys.slots(slot.team), recordField(slot))));
    },
  };
}

/** `1764061200000-prompt`: the instant first, so that the script can tell how old an entry is. */
function recordField(slot: Slot): string {
  return `${slot.instant}-${slot.kind}`;
}

function pairs(flat: readonly string[]): (readonly [string, string])[] {
  return flat.flatMap((value, at) => (at % 2 === 0 ? [[value, flat[at + 1] ?? ''] as const] : []));
}
