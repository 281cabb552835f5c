/**
 * A team is an enrolled channel of a workspace. Its id is the pair of Slack's two ids; every room speaks of
 * teams with it, so it belongs to none of them.
 */
export type TeamId = {
  readonly workspace: string;
  readonly channel: string;
};

/** `T123.C456`: the one spelling of a team id in Redis keys and calendar entries. */
export function teamKey(team: TeamId): string {
  return `${team.workspace}.${team.channel}`;
}

/** The inverse of `teamKey`. Throws on text that `teamKey` cannot have made. */
export function parseTeamKey(text: string): TeamId {
  const match = /^([A-Z0-9]+)\.([A-Z0-9]+)$/.exec(text);
  const [, workspace, channel] = match ?? [];
  if (workspace === undefined || channel === undefined) throw new Error('not a team key');
  return { workspace, channel };
}
