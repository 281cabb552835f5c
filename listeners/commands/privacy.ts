import { privacyMessage } from '../../src/pulse/privacy-view.ts';
import { notEnrolled } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** The promise, this team's threshold, and what is stored about the open pulse. For anyone. */
export const privacy: Subcommand = {
  name: 'privacy',
  async run({ team: id, locale, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    const found = await services.pulses.find(id);
    const open = found?.state === 'unreadable' ? found.state : found?.record;
    const isTwoWeekly = await services.teams.isTwoWeekly(team);
    return reply(privacyMessage({ team, isTwoWeekly, open, installation: await services.installation() }));
  },
};
