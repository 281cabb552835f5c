import { removalQuestion } from '../../src/team/removal-view.ts';
import { mayManage } from '../../src/team/team.ts';
import { notEnrolled, notManager } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** Asks whether everything about this team should be deleted. */
export const remove: Subcommand = {
  name: 'remove',
  async run({ team: id, user, locale, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers, locale));
    return reply(removalQuestion(locale));
  },
};
