import { parseTeamKey, type TeamId, teamKey } from '../team-id.ts';

export const slotKinds = ['prompt', 'opening', 'closing', 'upkeep'] as const;
export type SlotKind = (typeof slotKinds)[number];
/** What comes by the team's rhythms. A closing follows from its opening. */
export type RhythmicKind = 'prompt' | 'opening';
/** What people see. An upkeep is ours alone: it puts a team's calendar right, and looks after one that is suspended. */
export type SeenKind = Exclude<SlotKind, 'upkeep'>;

/** The planned instant (ms since the epoch) of one prompt, opening, closing or upkeep of one team. */
export type Slot = {
  readonly team: TeamId;
  readonly kind: SlotKind;
  readonly instant: number;
};

/**
 * A message that is sent once, and has a record: that of a slot, or the `notice` to managers of what a closing published,
 * which the calendar does not plan.
 */
export type SentOnce = Omit<Slot, 'kind'> & { readonly kind: RecordedKind };
export const recordedKinds = [...slotKinds, 'notice'] as const;
export type RecordedKind = (typeof recordedKinds)[number];

/** A name for the slot that BullMQ takes as a job id: no colons. The same slot always has the same name. */
export function slotName(slot: Slot): string {
  return `${slot.team.workspace}-${slot.team.channel}-${slot.kind}-${slot.instant}`;
}

/** The calendar's entry for a team's next slot of a kind: `T1.C1.prompt`. There is one per team and kind. */
export function calendarEntry(team: TeamId, kind: SlotKind): string {
  return `${teamKey(team)}.${kind}`;
}

/** The inverse of `calendarEntry`, with the instant it is due. Throws on anything else. */
export function parseCalendarEntry(entry: string, instant: number): Slot {
  const at = entry.lastIndexOf('.');
  const kind = slotKinds.find((known) => known === entry.slice(at + 1));
  if (kind === undefined) throw new Error('not a calendar entry');
  return { team: parseTeamKey(entry.slice(0, at)), kind, instant };
}
