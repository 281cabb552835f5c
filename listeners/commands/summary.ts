import { practiceSentence } from '../../src/practice/practice-trend-view.ts';
import { summaryMessage } from '../../src/readout/summary-view.ts';
import { line, type Message, mention } from '../../src/slack/block-kit.ts';
import type { Team } from '../../src/team/team.ts';
import { notEnrolled } from '../../src/team/team-view.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** The anonymized summary, privately. */
export const summary: Subcommand = {
  name: 'summary',
  async runAtOnce({ team: id, user, services, reply }) {
    const { teams, readouts, counts } = services;
    const [team, published, counted] = await Promise.all([
      teams.find(id),
      readouts.published(id),
      counts.read(id),
    ]);
    if (team === undefined) return reply(notEnrolled(services.locale));
    if (!readouts.mayRead(team, user)) return reply(managersOnly(team));
    const practice = practiceSentence(counts.trend(team, counted), team.settings.locale);
    return reply(summaryMessage(readouts.summaryOf(team, published, user), team.settings, practice));
  },
};

/** Said to somebody who may not read it. */
export function managersOnly({ settings: { managers, locale } }: Team): Message {
  const { summary: say } = listenersWords(locale);
  return line(say.managersOnly(managers.map(mention).join(', ') || say.nobody));
}
