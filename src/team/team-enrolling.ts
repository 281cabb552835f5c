import type { TeamId } from '../team-id.ts';
import { type ChannelProblem, channelProblem } from './channel-check.ts';
import { newTeam } from './default-settings.ts';
import { respondentsOf } from './roster.ts';
import { mayManage, type Settings } from './team.ts';
import * as announce from './team-announcements.ts';
import type { Change, Who } from './team-change.ts';
import type { TeamDeps } from './team-service.ts';

/** Up to how many members a channel's people are counted one by one. */
const FEW = 20;

/** How a team begins and ends. */
export function createTeamEnrolling(deps: TeamDeps) {
  const { store, calendar, gateway, clock } = deps;

  return {
    /** Why this channel cannot be a team, as Slack sees it now. */
    async channelProblem(id: TeamId): Promise<ChannelProblem | undefined> {
      return channelProblem(id.channel, await gateway.channel(id.channel));
    },

    /** Enrols a channel and introduces the app there. */
    async enrol(who: Who, settings: Settings): Promise<Change> {
      const problem = channelProblem(who.id.channel, await gateway.channel(who.id.channel));
      if (problem !== undefined) return { kind: 'channel', problem };
      const minimumAnswers = Math.max(settings.minimumAnswers, await store.formerThreshold(who.id));
      const state = newTeam({ ...settings, minimumAnswers }, clock.now());
      const team = { id: who.id, ...state };
      const electorate = await electorateIfSmall(who.id, settings.managers);
      await calendar.planUpkeep(who.id, clock.now()); // It makes the plan where we die before we have.
      if (!(await store.create(who.id, state))) return { kind: 'already-enrolled' };
      await calendar.plan(who.id, clock.now());
      const message = announce.welcome(team, who.by, electorate, deps.custody);
      const posted = await gateway.post(who.id.channel, message);
      if (posted.kind === 'sent' || posted.kind === 'unknown') {
        return { kind: 'done', team, isHeard: posted.kind === 'sent' };
      }
      await forget(who.id, state.settings.minimumAnswers);
      return { kind: 'not-announced', code: posted.code };
    },

    /** Deletes everything about a team. An open pulse is discarded unread. Of several at once, one has done it. */
    async remove(who: Who): Promise<Change> {
      const team = await store.read(who.id);
      if (team === undefined) return { kind: 'not-enrolled' };
      if (!mayManage(team, who.by)) return { kind: 'not-manager', managers: team.settings.managers };
      if (!(await forget(who.id, team.settings.minimumAnswers))) return { kind: 'not-enrolled' };
      const posted = await gateway.post(who.id.channel, announce.removed(who.by, team.settings.locale));
      return { kind: 'done', team, isHeard: posted.kind !== 'unknown' };
    },

    electorateIfSmall,
  };

  async function forget(id: TeamId, threshold: number): Promise<boolean> {
    await deps.beforeRemoval(id);
    await calendar.forget(id);
    const isDeleted = await store.remove(id, threshold);
    await calendar.forget(id); // Again: an opening under way may have planned its closing in between.
    return isDeleted;
  }

  /** How many would be asked, for teams small enough that it matters; `undefined` for others. */
  async function electorateIfSmall(id: TeamId, managers: readonly string[]): Promise<number | undefined> {
    const people = await gateway.peopleIfFew(id.channel, FEW);
    return people === undefined ? undefined : respondentsOf(people, managers).length;
  }
}
