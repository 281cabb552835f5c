import type { CalendarStore } from '../../src/calendar/calendar-store.ts';
import { calendarEntry, parseCalendarEntry, type SentOnce, slotKinds } from '../../src/calendar/slot.ts';
import type { RecordedSlot, SlotRecord } from '../../src/calendar/slot-record.ts';
import { isWithin } from '../../src/calendar/week.ts';
import { DAY, MINUTE, SECOND } from '../../src/duration.ts';
import { type TeamId, teamKey } from '../../src/team-id.ts';

/**
 * The calendar's store without Redis, for histories by the thousand. What it does is checked by the same tests as the
 * real one (`calendar-store.test.ts`). Every team there is, is in `teams`.
 */
export function createMemoryStore(teams: { readonly has: (key: string) => boolean }): CalendarStore {
  const due = new Map<string, number>();
  const records = new Map<string, Map<string, RecordedSlot>>();
  const held = new Set<string>();
  const slotsOf = (team: TeamId) => records.get(teamKey(team)) ?? new Map<string, RecordedSlot>();
  const field = (slot: Pick<SentOnce, 'kind' | 'instant'>) => `${slot.instant}-${slot.kind}`;
  const recordOf = (slot: SentOnce): SlotRecord =>
    slotsOf(slot.team).get(field(slot))?.record ?? { state: 'planned' };
  const put = ({ team, kind, instant }: SentOnce, record: SlotRecord) => {
    const slots = slotsOf(team);
    slots.set(field({ kind, instant }), { kind, instant, record });
    records.set(teamKey(team), slots);
  };
  const set = (entry: string, instant: number | undefined) => {
    if (instant === undefined) due.delete(entry);
    else due.set(entry, instant);
  };

  return {
    async due(now) {
      const found = [...due]
        .filter(([, instant]) => instant <= now)
        .sort(([, one], [, other]) => one - other);
      return found.map(([entry, instant]) => parseCalendarEntry(entry, instant));
    },
    upcoming: async () => [],
    async write(team, kind, instant) {
      set(calendarEntry(team, kind), instant);
    },
    async move(team, kind, seen, next) {
      const entry = calendarEntry(team, kind);
      if (due.get(entry) !== seen) return false;
      set(entry, next);
      return true;
    },
    async next(team) {
      const planned = slotKinds.map((kind) => [kind, due.get(calendarEntry(team, kind))] as const);
      return Object.fromEntries(planned.filter(([, instant]) => instant !== undefined));
    },
    async claim(slot, now, alone = { from: 0, until: 0 }) {
      if (!teams.has(teamKey(slot.team))) return 'no-team';
      const slots = slotsOf(slot.team);
      for (const [name, { instant }] of slots) if (instant < slot.instant - 35 * DAY) slots.delete(name);
      const before = recordOf(slot);
      if (before.state === 'sending') {
        const age = now - before.since;
        if (age <= 20 * SECOND && age >= -2 * MINUTE) return 'under-way';
        put(slot, { state: 'unknown' });
        return 'interrupted';
      }
      if (before.state !== 'planned') return 'done';
      const others = [...slots.values()].filter(
        ({ kind, instant, record }) =>
          kind === slot.kind &&
          instant !== slot.instant &&
          isWithin(instant, alone) &&
          ['sending', 'sent', 'unknown'].includes(record.state),
      );
      put(
        slot,
        others.length > 0 ? { state: 'not-sent', reason: 'not-alone' } : { state: 'sending', since: now },
      );
      return others.length > 0 ? 'not-alone' : 'claimed';
    },
    async mark(slot, record, from) {
      if (!teams.has(teamKey(slot.team)) || !from.includes(recordOf(slot).state)) return false;
      put(slot, record);
      return true;
    },
    record: async (slot) => recordOf(slot),
    records: async (team) => [...slotsOf(team).values()],
    async holdBack(workspace) {
      held.add(workspace);
    },
    heldBackFor: async (workspace) => (held.has(workspace) ? 1 : -2),
  };
}
