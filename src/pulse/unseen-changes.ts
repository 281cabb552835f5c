/**
 * How many changes of the roster Slack has not told us of, as far as sizes show them: accounts are deactivated and
 * people made guests without a word, and events are lost while the app is down. They count like those it told us of
 * (docs/privacy.md, "The rules of disclosure", rule 8).
 */
export function unseenChanges(before: Roster, now: Roster): number {
  const seen = now.rosterChanges - before.rosterChanges;
  return Math.max(Math.abs(now.electorate - before.electorate) - seen, 0);
}

type Roster = {
  readonly electorate: number;
  /** Joins, leaves and changes of managers counted by then. */
  readonly rosterChanges: number;
};
