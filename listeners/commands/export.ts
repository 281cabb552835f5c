import { exportMessage } from '../../src/readout/export-view.ts';
import { notEnrolled } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';
import { managersOnly } from './summary.ts';

/** What was published, to copy, privately. For those who may read the summary. */
export const exportReadouts: Subcommand = {
  name: 'export',
  async runAtOnce({ team: id, user, services, reply }) {
    const { teams, readouts } = services;
    const [team, published] = await Promise.all([teams.find(id), readouts.published(id)]);
    if (team === undefined) return reply(notEnrolled(services.locale));
    if (!readouts.mayRead(team, user)) return reply(managersOnly(team));
    return reply(exportMessage(readouts.exportOf(team, published, user), team.settings));
  },
};
