import type { CalendarService } from '../calendar/calendar-service.ts';
import type { Locale } from '../locale.ts';
import type { Clock } from '../ports.ts';
import type { PracticeCounts } from '../practice/counts-service.ts';
import type { CustodyKind } from '../promise.ts';
import type { ReadoutService } from '../readout/readout-service.ts';
import type { Gateway } from '../slack/gateway.ts';
import { pauseAt } from '../team/agenda.ts';
import { isManager } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { HomeTeam } from './home-team.ts';
import { homeView } from './home-view.ts';

export type HomeDeps = {
  readonly teams: Pick<TeamService, 'find' | 'channelsOf'>;
  readonly calendar: Pick<CalendarService, 'next'>;
  readonly readouts: Pick<ReadoutService, 'published' | 'mayRead' | 'summaryOf'>;
  readonly counts: Pick<PracticeCounts, 'read' | 'trend'>;
  readonly gateway: Pick<Gateway, 'channelsOf' | 'publishHome'>;
  readonly clock: Clock;
  readonly custody: CustodyKind;
  /** What is spoken around the teams. */
  readonly locale: Locale;
};

/** Whose Home tab; `page`: which one of it, from 0. */
export type Visitor = { readonly workspace: string; readonly user: string; readonly page?: number };

export type HomeService = ReturnType<typeof createHomeService>;

/** The Home tab: reading what a person may see of their teams, and publishing it. */
export function createHomeService(deps: HomeDeps) {
  const { teams, calendar, readouts, counts, gateway, clock, custody, locale } = deps;

  return {
    show,

    /**
     * The same after something that has been done and answered: whatever goes wrong now, the tab is shown afresh when
     * it is opened next. Returns whether it was.
     */
    refresh: (visitor: Visitor): Promise<boolean> =>
      show(visitor).then(
        () => true,
        () => false,
      ),
  };

  /** Publishes the person's Home tab as it is now. */
  async function show(visitor: Visitor): Promise<void> {
    const { user, page = 0 } = visitor;
    const found = await teamsOf(visitor);
    await gateway.publishHome(user, homeView({ teams: found, custody, locale, page }));
  }

  /** The teams of the channels that the person is in: two waits for Redis, however many there are. */
  async function teamsOf({ workspace, user }: Visitor): Promise<readonly HomeTeam[]> {
    const [theirs, enrolled] = await Promise.all([gateway.channelsOf(user), teams.channelsOf(workspace)]);
    const known = new Set(enrolled);
    const shared = theirs.filter(({ id }) => known.has(id));
    const found = await Promise.all(shared.map(({ id, name }) => partOf(workspace, { id, name }, user)));
    return found.filter((team) => team !== undefined);
  }

  /** A team's part: everything it needs is asked for at once, so that all teams together wait for Redis once. */
  async function partOf(
    workspace: string,
    { id: channel, name }: { readonly id: string; readonly name: string },
    user: string,
  ): Promise<HomeTeam | undefined> {
    const id = { workspace, channel };
    const [team, next, published, counted] = await Promise.all([
      teams.find(id),
      calendar.next(id),
      readouts.published(id),
      counts.read(id),
    ]);
    if (team === undefined) return undefined;
    return {
      ...{ team, name, next },
      isManager: isManager(team, user),
      pause: pauseAt(team, clock.now()),
      trend: counts.trend(team, counted),
      summary: readouts.mayRead(team, user) ? readouts.summaryOf(team, published, user) : undefined,
    };
  }
}
