import type { CalendarService } from '../calendar/calendar-service.ts';
import type { Clock } from '../ports.ts';
import type { CustodyKind } from '../promise.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { TeamId } from '../team-id.ts';
import { isTwoWeekly, type LastPulse, pauseAt } from './agenda.ts';
import { type ChannelProblem, channelProblem } from './channel-check.ts';
import { newTeam } from './default-settings.ts';
import { respondentsOf } from './roster.ts';
import { onlyChanged, settingsChanges } from './settings-changes.ts';
import { mayManage, type Settings, type Team, type TeamState } from './team.ts';
import * as announce from './team-announcements.ts';
import type { TeamStore } from './team-store.ts';

export type TeamDeps = {
  readonly store: TeamStore;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  readonly clock: Clock;
  /** What other rooms do before a team's keys go: an open pulse is discarded with its key. */
  readonly custody: CustodyKind;
  readonly lastPulse: (id: TeamId) => Promise<LastPulse | undefined>;
  readonly beforeRemoval: (id: TeamId) => Promise<void>;
};

/** How a request to change a team ended. Everything but `done` means: nothing was changed. */
export type Change =
  | { readonly kind: 'done'; readonly team: Team }
  | { readonly kind: 'unchanged' | 'not-enrolled' | 'already-enrolled' | 'changed-meanwhile' }
  | { readonly kind: 'not-manager'; readonly managers: readonly string[] }
  | { readonly kind: 'threshold-lowered'; readonly threshold: number }
  | { readonly kind: 'nothing-to-skip' }
  | { readonly kind: 'channel'; readonly problem: ChannelProblem }
  | { readonly kind: 'not-announced'; readonly code: string };

type Decision = { readonly state: TeamState; readonly message: Message } | Exclude<Change, { kind: 'done' }>;
type Who = { readonly id: TeamId; readonly by: string };

export type TeamService = ReturnType<typeof createTeamService>;

/** Enrolling, changing, pausing and removing teams. Each change is announced in the channel, or undone. */
export function createTeamService(deps: TeamDeps) {
  const { store, calendar, gateway, clock } = deps;

  return {
    find: store.read,
    inWorkspace: store.readAll,

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
      const electorate = await electorateIfSmall(team);
      if (!(await store.create(who.id, state))) return { kind: 'already-enrolled' };
      await calendar.plan(who.id, clock.now());
      const message = announce.welcome(team, who.by, electorate, deps.custody);
      const posted = await gateway.post(who.id.channel, message);
      if (posted.kind === 'sent' || posted.kind === 'unknown') return { kind: 'done', team };
      await forget(who.id, state.settings.minimumAnswers);
      return { kind: 'not-announced', code: posted.code };
    },

    /**
     * Changes what differs between `offered` (the settings the person saw) and `wanted`; what others changed in the
     * meantime stays. Applies from the next slot on, never to an open pulse.
     */
    changeSettings: (who: Who, wanted: Settings, offered: Settings): Promise<Change> =>
      change(who, (team) => {
        const threshold = team.settings.minimumAnswers;
        const settings = onlyChanged({ now: team.settings, offered, wanted });
        if (settings.minimumAnswers < threshold) return { kind: 'threshold-lowered', threshold };
        const changes = settingsChanges(team.settings, settings);
        if (changes.length === 0) return { kind: 'unchanged' };
        return { state: { ...team, settings }, message: announce.settingsChanged(who.by, changes) };
      }),

    /** Stops prompts and pulses, until a local date or until resumed. An open pulse goes on. */
    pause: (who: Who, until: string | null): Promise<Change> =>
      change(who, (team) => {
        if (team.pause !== null && team.pause.until === until) return { kind: 'unchanged' };
        return { state: { ...team, pause: { until } }, message: announce.paused(who.by, until) };
      }),

    resume: (who: Who): Promise<Change> =>
      change(who, (team) => {
        if (pauseAt(team, clock.now()) === null && team.suspended === null) return { kind: 'unchanged' };
        return { state: { ...team, pause: null, suspended: null }, message: announce.resumed(who.by) };
      }),

    /** Skips the next prompt or pulse. */
    async skip(who: Who, kind: 'prompt' | 'opening'): Promise<Change> {
      const instant = (await calendar.next(who.id))[kind];
      return change(who, (team) => {
        if (instant === undefined) return { kind: 'nothing-to-skip' };
        const skipped = { ...team.skipped, [kind]: instant };
        return {
          state: { ...team, skipped },
          message: announce.skipped(who.by, kind, instant, team.settings.timezone),
        };
      });
    },

    /** Deletes everything about a team. An open pulse is discarded unread. */
    async remove(who: Who): Promise<Change> {
      const team = await store.read(who.id);
      if (team === undefined) return { kind: 'not-enrolled' };
      if (!mayManage(team, who.by)) return { kind: 'not-manager', managers: team.settings.managers };
      await forget(who.id, team.settings.minimumAnswers);
      await gateway.post(who.id.channel, announce.removed(who.by));
      return { kind: 'done', team };
    },

    /** Joins, leaves and changes of managers so far, without ids (docs/privacy.md, "Disclosure control", rule 8). */
    rosterChanges: store.rosterChanges,

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

    /** Nothing can be posted (`reason`: Slack's code), or can again (`null`). */
    async setSuspended(id: TeamId, reason: string | null): Promise<void> {
      const team = await store.read(id);
      if (team === undefined || team.suspended === reason) return;
      if (await store.replace(team, { ...team, suspended: reason })) await calendar.plan(id, clock.now());
    },

    /** Whether the team's pulses come every two weeks, by choice or because it is small. */
    isTwoWeekly: async (team: Team): Promise<boolean> => isTwoWeekly(team, await deps.lastPulse(team.id)),

    /** The team with what comes next, for status. */
    async status(id: TeamId) {
      const team = await store.read(id);
      if (team === undefined) return undefined;
      const [next, electorate, lastPulse] = [
        await calendar.next(id),
        await electorateIfSmall(team),
        await deps.lastPulse(id),
      ];
      const pause = pauseAt(team, clock.now());
      return { team, next, electorate, pause, isTwoWeekly: isTwoWeekly(team, lastPulse) };
    },
  };

  async function change(who: Who, decide: (team: Team) => Decision): Promise<Change> {
    const team = await store.read(who.id);
    if (team === undefined) return { kind: 'not-enrolled' };
    if (!mayManage(team, who.by)) return { kind: 'not-manager', managers: team.settings.managers };
    const decision = decide(team);
    if ('kind' in decision) return decision;
    const after = { ...team, ...decision.state };
    if (!(await store.replace(team, after))) return { kind: 'changed-meanwhile' };
    await calendar.plan(who.id, clock.now());
    const posted = await gateway.post(who.id.channel, decision.message);
    if (posted.kind === 'sent' || posted.kind === 'unknown') return done(team, after);
    await store.replace(after, team);
    await calendar.plan(who.id, clock.now());
    return { kind: 'not-announced', code: posted.code };
  }

  async function dropManager(id: TeamId, user: string): Promise<void> {
    for (;;) {
      const team = await store.read(id);
      if (team === undefined || !team.settings.managers.includes(user)) return;
      const managers = team.settings.managers.filter((manager) => manager !== user);
      const settings = { ...team.settings, managers };
      if (!(await store.replace(team, { ...team, settings }))) continue; // Someone changed it meanwhile: again.
      await gateway.post(id.channel, announce.managerLeft(user, managers));
      return;
    }
  }

  async function done(before: Team, team: Team): Promise<Change> {
    const changes = managerChanges(before.settings, team.settings);
    if (changes > 0) await store.countRosterChanges(team.id, changes);
    return { kind: 'done', team };
  }

  async function forget(id: TeamId, threshold: number): Promise<void> {
    await deps.beforeRemoval(id);
    await calendar.forget(id);
    await store.remove(id, threshold);
  }

  /** How many would be asked, for teams small enough that it matters; `undefined` for others. */
  async function electorateIfSmall(team: Team): Promise<number | undefined> {
    const people = await gateway.peopleIfFew(team.id.channel, 20);
    return people === undefined ? undefined : respondentsOf(people, team.settings.managers).length;
  }
}

/** How many people became managers or stopped being so: each changes who is polled. */
function managerChanges(before: Settings, after: Settings): number {
  const came = after.managers.filter((user) => !before.managers.includes(user));
  const went = before.managers.filter((user) => !after.managers.includes(user));
  return came.length + went.length;
}
