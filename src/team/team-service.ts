import type { CalendarService } from '../calendar/calendar-service.ts';
import { SECOND, WEEK } from '../duration.ts';
import type { Locale } from '../locale.ts';
import type { Clock } from '../ports.ts';
import type { CustodyKind } from '../promise.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { TeamId } from '../team-id.ts';
import { isTwoWeekly, type LastPulse, pauseAt } from './agenda.ts';
import { inTime } from './in-time.ts';
import { type ManagerProblem, managerProblem, problemOfChoice, problemOfError } from './manager-check.ts';
import { onlyChanged, settingsChanges, type TitleOf } from './settings-changes.ts';
import { mayManage, type Settings, type Team, type TeamState } from './team.ts';
import * as announce from './team-announcements.ts';
import { type Change, managerChanges, type Who } from './team-change.ts';
import { createTeamEnrolling } from './team-enrolling.ts';
import { createTeamMembership } from './team-membership.ts';
import type { TeamStore } from './team-store.ts';
import { createTeamSuspension } from './team-suspension.ts';

/** How long (ms) Slack may take to say who somebody is: a form must be answered within 3 seconds. */
const PATIENCE = 1.5 * SECOND;
/** How long (ms) it matters that a slot was skipped: its week is over by then. */
const SKIPS_KEPT = 2 * WEEK;

export type TeamDeps = {
  readonly store: TeamStore;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly custody: CustodyKind;
  /** The title of a question, for announcements. */
  readonly titleOf: TitleOf;
  /** What is spoken where there is no team. */
  readonly locale: Locale;
  /** When the team's last pulse opened, and how many it asked. */
  readonly lastPulse: (id: TeamId) => Promise<LastPulse | undefined>;
  /** What other rooms do before a team's keys go: an open pulse is discarded with its key. */
  readonly beforeRemoval: (id: TeamId) => Promise<void>;
};

type Decision = { readonly state: TeamState; readonly message: Message } | Exclude<Change, { kind: 'done' }>;

export type TeamService = ReturnType<typeof createTeamService>;

/**
 * Enrolling, changing, pausing and removing teams. A change is announced in the channel, and undone where Slack
 * refuses the announcement. Where Slack does not say whether it was posted, the change stands and whoever made it
 * is told of the doubt. A removal stands in any case.
 */
export function createTeamService(deps: TeamDeps) {
  const { store, calendar, gateway, clock } = deps;
  const { electorateIfSmall, ...enrolling } = createTeamEnrolling(deps);

  return {
    find: store.read,
    channelsOf: store.channelsOf,
    ...enrolling,
    ...createTeamMembership(deps),
    ...createTeamSuspension(deps),

    /**
     * What to speak to the people of a channel in: its team's language, or the installation's where there is no team
     * or the store does not say.
     */
    localeOf: (id: TeamId): Promise<Locale> =>
      store.read(id).then(
        (team) => team?.settings.locale ?? deps.locale,
        () => deps.locale,
      ),

    /** How many would be asked in a small channel, if Slack says so within a second: a form waits for it. */
    electorateInTime: (id: TeamId, managers: readonly string[]): Promise<number | undefined> =>
      inTime(electorateIfSmall(id, managers), SECOND, undefined),

    /**
     * Why people cannot be made managers, or `undefined`. Asks about those in `chosen` who are not `already`, with a
     * second and a half for Slack: the form's sender `by` waits for it.
     */
    async managersProblem(choice: {
      readonly chosen: readonly string[];
      readonly already: readonly string[];
      readonly by: string;
    }): Promise<ManagerProblem | undefined> {
      const { chosen, already, by } = choice;
      const added = chosen.filter((user) => !already.includes(user));
      const problems = added.map((user) => inTime(problemOf(user), PATIENCE, 'not-told'));
      return problemOfChoice(await Promise.all(problems), { isStaying: chosen.includes(by) });
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
        const changes = settingsChanges(team.settings, settings, deps.titleOf);
        if (changes.length === 0) return { kind: 'unchanged' };
        return {
          state: { ...team, settings },
          message: announce.settingsChanged(who.by, changes, settings.locale),
        };
      }),

    /** Stops prompts and pulses, until a local date or until resumed. An open pulse goes on. */
    pause: (who: Who, until: string | null): Promise<Change> =>
      change(who, (team) => {
        if (team.pause !== null && team.pause.until === until) return { kind: 'unchanged' };
        return {
          state: { ...team, pause: { until } },
          message: announce.paused(who.by, until, team.settings.locale),
        };
      }),

    resume: (who: Who): Promise<Change> =>
      change(who, (team) => {
        if (pauseAt(team, clock.now()) === null && team.suspended === null) return { kind: 'unchanged' };
        return {
          state: { ...team, pause: null, suspended: null },
          message: announce.resumed(who.by, team.settings.locale),
        };
      }),

    /** Skips the next prompt or pulse. */
    async skip(who: Who, kind: 'prompt' | 'opening'): Promise<Change> {
      const instant = (await calendar.next(who.id))[kind];
      return change(who, (team) => {
        if (instant === undefined) return { kind: 'nothing-to-skip' };
        const kept = team.skipped[kind].filter((one) => clock.now() - one < SKIPS_KEPT);
        const skipped = { ...team.skipped, [kind]: [...kept, instant] };
        return {
          state: { ...team, skipped },
          message: announce.skipped(who.by, kind, instant, team),
        };
      });
    },

    /** Whether the team's pulses come every two weeks, by choice or because it is small. */
    isTwoWeekly: async (team: Team): Promise<boolean> => isTwoWeekly(team, await deps.lastPulse(team.id)),

    /** The team with what comes next, for status. */
    async status(id: TeamId) {
      const team = await store.read(id);
      if (team === undefined) return undefined;
      const [next, electorate, lastPulse] = [
        await calendar.next(id),
        await electorateIfSmall(id, team.settings.managers),
        await deps.lastPulse(id),
      ];
      const pause = pauseAt(team, clock.now());
      const lastPrompt = await calendar.lastPrompt(id);
      return { team, next, lastPrompt, electorate, pause, isTwoWeekly: isTwoWeekly(team, lastPulse) };
    },
  };

  function problemOf(user: string): Promise<ManagerProblem | undefined> {
    return gateway.person(user).then(managerProblem, problemOfError);
  }

  async function change(who: Who, decide: (team: Team) => Decision): Promise<Change> {
    const team = await store.read(who.id);
    if (team === undefined) return { kind: 'not-enrolled' };
    if (!mayManage(team, who.by)) return { kind: 'not-manager', managers: team.settings.managers };
    const decision = decide(team);
    if ('kind' in decision) return decision;
    const after = { ...team, ...decision.state };
    await calendar.planUpkeep(who.id, clock.now()); // It makes the plan where we die before we have.
    if (!(await store.replace(team, after))) return { kind: 'changed-meanwhile' };
    await calendar.plan(who.id, clock.now());
    if ((await store.read(who.id)) === undefined) return removedMeanwhile(who.id);
    const posted = await gateway.post(who.id.channel, decision.message);
    if (posted.kind === 'sent') return done(team, after, { isHeard: true });
    if (posted.kind === 'unknown') return done(team, after, { isHeard: false });
    await store.replace(after, team);
    await calendar.plan(who.id, clock.now());
    return { kind: 'not-announced', code: posted.code };
  }

  /** The channel has heard of the removal: nothing more to say, and nothing to be planned. */
  async function removedMeanwhile(id: TeamId): Promise<Change> {
    await calendar.forget(id);
    return { kind: 'not-enrolled' };
  }

  async function done(before: Team, team: Team, heard: { readonly isHeard: boolean }): Promise<Change> {
    const changes = managerChanges(before.settings, team.settings);
    if (changes > 0) await store.countRosterChanges(team.id, changes);
    return { kind: 'done', team, ...heard };
  }
}
