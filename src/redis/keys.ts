import { type TeamId, teamKey } from '../team-id.ts';

/**
 * Every key in Redis: its name, what may be in it, and for how long. A key that is not made here does not exist.
 * The braces are Cluster hash tags: all keys of one team share a slot, so scripts may touch them together.
 */
const tagged = (team: TeamId, rest: string): string => `hands:{${teamKey(team)}}:${rest}`;

export const keys = {
  /** ZSET. `T1.C1.prompt` scored by its next instant (ms): the calendar of all teams. As long as the team. */
  due: (): string => 'hands:{calendar}:due',

  /** SET. Channel ids of a workspace's teams, for the Home tab. As long as the team. */
  teamsOf: (workspace: string): string => `hands:{${workspace}}:teams`,

  /** STRING. Slack asked us to post nothing in this workspace for now: as long as it asked. */
  heldBack: (workspace: string): string => `hands:{${workspace}}:held-back`,

  /** STRING. Slack took no chart in this workspace: messages go without. A day. */
  noCharts: (workspace: string): string => `hands:{${workspace}}:no-charts`,

  /** STRING, JSON. Settings, with the user ids of managers (no other people). As long as the team. */
  team: (team: TeamId): string => tagged(team, 'team'),

  /** HASH. Slot, or notice to managers (without ids) → `planned`, `sending`, `sent` … and the ts. Entries 35 days, pruned on writing. */
  slots: (team: TeamId): string => tagged(team, 'slots'),

  /** STRING, JSON. The shuffle bags: ids of prompts still to come. As long as the team. */
  rotation: (team: TeamId): string => tagged(team, 'rotation'),

  /** STRING, JSON. The prompts a team wrote itself, at most 100, without who wrote them. As long as the team. */
  ownPrompts: (team: TeamId): string => tagged(team, 'own-prompts'),

  /** HASH. The open pulse: id, state, the record as it was at opening and its mark, the message's ts. Until it closes. */
  pulse: (team: TeamId): string => tagged(team, 'pulse'),

  /** HASH. Token → version and r, fixed width, the whole electorate from the start. Until the pulse closes. */
  tokens: (team: TeamId): string => tagged(team, 'tokens'),

  /** STRING. u32 lanes, masked: Σ e + Σ pad. Until the pulse closes. */
  tally: (team: TeamId): string => tagged(team, 'tally'),

  /** STRING. Custody B only: the open pulse's key, wrapped under a key from the environment. Until it closes. */
  wrappedKey: (team: TeamId): string => tagged(team, 'wrapped-key'),

  /** STRING, a number. Joins, leaves and changes of managers so far, without ids. As long as the team. */
  rosterChanges: (team: TeamId): string => tagged(team, 'roster-changes'),

  /** STRING, a number. The threshold of a removed team: starting over does not lower it. 35 days. */
  threshold: (team: TeamId): string => tagged(team, 'threshold'),

  /** STRING, JSON. When the last pulse opened, its electorate's size, how many there were. 35 days. */
  lastPulse: (team: TeamId): string => tagged(team, 'last-pulse'),

  /**
   * HASH. Question → its last 8 readouts as JSON; `last` → how the last closing ended; `changed:` and an instant (ms) →
   * the question about which the team was told of a change, not what nor by whom. As long as the team.
   */
  readouts: (team: TeamId): string => tagged(team, 'readouts'),

  /** STRING. One of Slack's events, by its id: `under-way` for seconds, then `done` for an hour. Nothing of whom it is about. */
  event: (id: string): string => `hands:{${id}}:event`,

  /** STRING, empty. A signed request that was taken, by a digest of its signature, so that none is taken twice. Ten minutes. */
  request: (digest: string): string => `hands:{${digest}}:request`,

  /** HASH. `2026-W05.asks` → how many; three counters a week, without ids, 26 weeks. As long as the team. */
  practice: (team: TeamId): string => tagged(team, 'practice'),

  /** STRING. The sealed state of an ask or a hand-over whose card was pressed just now. A minute. */
  card: (id: string): string => `hands:{card.${id}}:state`,

  /** Prefix of BullMQ's own keys: slots by id, never people. A job goes when it is done. */
  queuePrefix: '{hands-queue}',
} as const;

/** The keys deleted when a team is removed. `lastPulse` and `threshold` stay: starting over is no way round them. */
export function keysOfTeam(team: TeamId): readonly string[] {
  return [
    keys.team(team),
    keys.slots(team),
    keys.rotation(team),
    keys.ownPrompts(team),
    keys.pulse(team),
    keys.tokens(team),
    keys.tally(team),
    keys.wrappedKey(team),
    keys.rosterChanges(team),
    keys.readouts(team),
    keys.practice(team),
  ];
}
