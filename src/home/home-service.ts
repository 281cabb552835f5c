import type { CalendarService } from '../calendar/calendar-service.ts';
import type { Locale } from '../locale.ts';
import type { CustodyKind } from '../promise.ts';
import type { ReadoutService } from '../readout/readout-service.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import { type HomeTeam, homeView } from './home-view.ts';

export type HomeDeps = {
  readonly teams: Pick<TeamService, 'find' | 'channelsOf'>;
  readonly calendar: Pick<CalendarService, 'next'>;
  readonly readouts: Pick<ReadoutService, 'published' | 'mayRead' | 'summaryOf'>;
  readonly gateway: Pick<Gateway, 'channelsOf' | 'publishHome'>;
  readonly custody: CustodyKind;
  /** What is spoken around the teams. */
  readonly locale: Locale;
};

/** Somebody's Home tab. */
export type Visitor = { readonly workspace: string; readonly user: string };

export type HomeService = ReturnType<typeof createHomeService>;

/** The Home tab: reading what a person may see of their teams, and publishing it. */
export function createHomeService(deps: HomeDeps) {
  const { teams, calendar, readouts, gateway, custody, locale } = deps;

  return {
    /** Publishes the person's Home tab as it is now. */
    async show(visitor: Visitor): Promise<void> {
      await gateway.publishHome(visitor.user, homeView(await teamsOf(visitor), custody, locale));
    },
  };

  /** The teams of the channels that the person is in. */
  async function teamsOf({ workspace, user }: Visitor): Promise<readonly HomeTeam[]> {
    const [theirs, enrolled] = await Promise.all([gateway.channelsOf(user), teams.channelsOf(workspace)]);
    const shared = enrolled.filter((channel) => theirs.includes(channel));
    const found = await Promise.all(shared.map((channel) => partOf({ workspace, channel }, user)));
    return found.filter((team) => team !== undefined);
  }

  /** A team's part: everything it needs is asked for at once, so that all teams together wait for Redis once. */
  async function partOf(id: TeamId, user: string): Promise<HomeTeam | undefined> {
    const [team, next, published] = await Promise.all([
      teams.find(id),
      calendar.next(id),
      readouts.published(id),
    ]);
    if (team === undefined) return undefined;
    const summary = readouts.mayRead(team, user) ? readouts.summaryOf(team, published, user) : undefined;
    return { team, next, summary };
  }
}
