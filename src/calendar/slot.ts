import { parseTeamKey, type TeamId, teamKey } from '../team-id.ts';

export const slotKinds = ['prompt', 'opening', 'closing'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** The planned instant (ms since the epoch) of one prompt, opening or closing of one team. */
export type Slot = {
  readonly team: TeamId;
  readonly kind: SlotKind;
  readonly instant: number;
};

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
