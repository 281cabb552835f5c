import { z } from 'zod';
import { homeView } from '../../src/readout/home-view.ts';
import type { EventHandler } from './event.ts';

const opened = z.object({ user: z.string(), tab: z.string().optional() });

/** The Home tab was opened: publish it afresh. */
export const homeOpened: EventHandler = async ({ workspace, event, services }) => {
  const { user, tab } = opened.parse(event);
  if (tab !== undefined && tab !== 'home') return;
  const channels = new Set(await services.gateway.channelsOf(user));
  const teams = (await services.teams.inWorkspace(workspace)).filter((team) => channels.has(team.id.channel));
  const shown = teams.map(async (team) => ({
    team,
    next: await services.calendar.next(team.id),
    summary: services.readouts.mayRead(team, user) ? await services.readouts.summary(team, user) : undefined,
  }));
  await services.gateway.publishHome(
    user,
    homeView(await Promise.all(shown), services.custody, services.locale),
  );
};
