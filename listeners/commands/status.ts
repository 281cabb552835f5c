import { notEnrolled, statusMessage } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** What comes next, who manages, and what is broken. */
export const status: Subcommand = {
  name: 'status',
  help: 'what comes next, who the managers are, and anything that is broken',
  async run({ team, services, reply }) {
    const found = await services.teams.status(team);
    return reply(found === undefined ? notEnrolled() : statusMessage(found));
  },
};
