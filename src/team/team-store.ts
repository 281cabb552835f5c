import { DAY } from '../duration.ts';
import { compareAndSet } from '../redis/compare-and-set.ts';
import { keys, keysOfTeam } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { type Team, type TeamState, teamStateSchema } from './team.ts';

/** How long starting over does not help (docs/privacy.md, "The rules of disclosure", rule 10). */
const REMEMBERED = 35 * DAY;

export type TeamStore = ReturnType<typeof createTeamStore>;

/** Teams and their settings in Redis. */
export function createTeamStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;

  async function read(id: TeamId): Promise<Team | undefined> {
    const stored = await withoutArguments(client.get(keys.team(id)));
    return stored === null ? undefined : { id, ...parse(stored) };
  }

  return {
    /** The team, or `undefined` if the channel is not enrolled. */
    read,

    /**
     * The channels of a workspace's teams, in the order of their ids. One may be among them whose team was removed, or
     * is only just being enrolled.
     */
    async channelsOf(workspace: string): Promise<readonly string[]> {
      return [...(await withoutArguments(client.smembers(keys.teamsOf(workspace))))].sort();
    },

    /** Writes a new team. Returns false, writing nothing, if the channel is enrolled already. */
    async create(id: TeamId, state: TeamState): Promise<boolean> {
      await withoutArguments(client.sadd(keys.teamsOf(id.workspace), id.channel));
      return compareAndSet(client, keys.team(id), undefined, serialize(state));
    },

    /**
     * Replaces what was read before. Returns false, writing nothing, if someone else changed it meanwhile. What an
     * earlier version wrote may be other text for the same state, without a field that has come since.
     */
    async replace(before: Team, after: TeamState): Promise<boolean> {
      const stored = await withoutArguments(client.get(keys.team(before.id)));
      if (stored === null || serialize(parse(stored)) !== serialize(before)) return false;
      return compareAndSet(client, keys.team(before.id), stored, serialize(after));
    },

    /**
     * Deletes everything about a team, but remembers its threshold for 35 days. Returns whether this call was the
     * one that deleted it.
     */
    async remove(id: TeamId, threshold: number): Promise<boolean> {
      await withoutArguments(client.set(keys.threshold(id), threshold, 'PX', REMEMBERED));
      await withoutArguments(client.pexpire(keys.lastPulse(id), REMEMBERED));
      const rest = keysOfTeam(id).filter((key) => key !== keys.team(id));
      await withoutArguments(client.del(...rest)); // First: after a crash the team can be removed again.
      const deleted = await withoutArguments(client.del(keys.team(id)));
      await withoutArguments(client.del(...rest)); // And what was written in between.
      await withoutArguments(client.srem(keys.teamsOf(id.workspace), id.channel));
      return deleted === 1;
    },

    /** The threshold of a team that was removed from this channel in the last 35 days, or 0. */
    async formerThreshold(id: TeamId): Promise<number> {
      return Number(await withoutArguments(client.get(keys.threshold(id))));
    },

    async rosterChanges(id: TeamId): Promise<number> {
      return Number(await withoutArguments(client.get(keys.rosterChanges(id))));
    },

    async countRosterChanges(id: TeamId, changes: number): Promise<void> {
      await withoutArguments(client.incrby(keys.rosterChanges(id), changes));
    },
  };
}

const parse = (stored: string): TeamState => teamStateSchema.parse(JSON.parse(stored));

/** Through the schema, so that the same state is always the same text. */
function serialize(state: TeamState): string {
  return JSON.stringify(teamStateSchema.parse(state));
}
