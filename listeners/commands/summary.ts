import { summaryMessage } from '../../src/readout/summary-view.ts';
import { line, mention } from '../../src/slack/block-kit.ts';
import { notEnrolled } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** The anonymized summary, privately. */
export const summary: Subcommand = {
  name: 'summary',
  help: 'what the pulses say about the team as a whole (managers, or everyone where the team chose so)',
  async run({ team: id, user, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled());
    if (!services.readouts.mayRead(team, user)) {
      const managers = team.settings.managers.map(mention).join(', ') || 'nobody at the moment';
      return reply(line(`In this team the summary is for its managers: ${managers}.`));
    }
    return reply(summaryMessage(await services.readouts.summary(team, user), team.settings.timezone));
  },
};
