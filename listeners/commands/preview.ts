import { mayManage } from '../../src/team/team.ts';
import { notEnrolled, notManager } from '../../src/team/team-view.ts';
import { teamPreview } from '../team-preview.ts';
import type { Subcommand } from './subcommand.ts';

/** Shows the next prompt and the next question privately. */
export const preview: Subcommand = {
  name: 'preview',
  async run({ team: id, user, locale, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers, locale));
    return reply(await teamPreview(services, team));
  },
};
