import { notEnrolled, statusMessage } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** What comes next, who manages, and what is broken. */
export const status: Subcommand = {
  name: 'status',
  async run({ team, locale, services, reply }) {
    const found = await services.teams.status(team);
    return reply(found === undefined ? notEnrolled(locale) : statusMessage(found));
  },
};
