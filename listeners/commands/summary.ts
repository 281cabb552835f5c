import { summaryMessage } from '../../src/readout/summary-view.ts';
import { line, mention } from '../../src/slack/block-kit.ts';
import { notEnrolled } from '../../src/team/team-view.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** The anonymized summary, privately. */
export const summary: Subcommand = {
  name: 'summary',
  async run({ team: id, user, locale, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    if (!services.readouts.mayRead(team, user)) {
      const { summary: say } = listenersWords(locale);
      const managers = team.settings.managers.map(mention).join(', ') || say.nobody;
      return reply(line(say.managersOnly(managers)));
    }
    return reply(summaryMessage(await services.readouts.summary(team, user), team.settings));
  },
};
