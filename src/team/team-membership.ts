import type { TeamId } from '../team-id.ts';
import * as announce from './team-announcements.ts';
import type { TeamDeps } from './team-service.ts';

/** What happens to a team without anybody asking for it: people join and leave. */
export function createTeamMembership(deps: Pick<TeamDeps, 'store' | 'gateway'>) {
  const { store, gateway } = deps;

  return {
    /** Joins, leaves and changes of managers so far, without ids (docs/privacy.md, "The rules of disclosure", rule 8). */
    rosterChanges: store.rosterChanges,
    countRosterChanges: store.countRosterChanges,

    /** Someone joined the channel: counted, not remembered. */
    async memberJoined(id: TeamId): Promise<void> {
      if ((await store.read(id)) !== undefined) await store.countRosterChanges(id, 1);
    },

    /** Someone left the channel: if they managed the team, they no longer do. Says so in the channel. */
    async memberLeft(id: TeamId, user: string): Promise<void> {
      if ((await store.read(id)) === undefined) return;
      await store.countRosterChanges(id, 1);
      await dropManager(id, user);
    },
  };

  async function dropManager(id: TeamId, user: string): Promise<void> {
    for (;;) {
      const team = await store.read(id);
      if (team === undefined || !team.settings.managers.includes(user)) return;
      const managers = team.settings.managers.filter((manager) => manager !== user);
      const settings = { ...team.settings, managers };
      if (!(await store.replace(team, { ...team, settings }))) continue; // Someone changed it meanwhile: again.
      await gateway.post(id.channel, announce.managerLeft(user, managers, settings.locale));
      return;
    }
  }
}
