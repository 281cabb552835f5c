import { practiceSentence } from '../../src/practice/practice-trend-view.ts';
import { chartedSummary } from '../../src/readout/summary-chart-view.ts';
import { summaryMessage } from '../../src/readout/summary-view.ts';
import { line, type Message, mention } from '../../src/slack/block-kit.ts';
import type { Team } from '../../src/team/team.ts';
import { notEnrolled } from '../../src/team/team-view.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** The anonymized summary, privately. */
export const summary: Subcommand = {
  name: 'summary',
  async runAtOnce({ team: id, user, services, reply, offer }) {
    const { teams, readouts, counts, charts } = services;
    const [team, published, counted, isPlain] = await Promise.all([
      teams.find(id),
      readouts.published(id),
      counts.read(id),
      charts.areRefused(id.workspace),
    ]);
    if (team === undefined) return reply(notEnrolled(services.locale));
    if (!readouts.mayRead(team, user)) return reply(managersOnly(team));
    const practice = practiceSentence(counts.trend(team, counted), team.settings.locale);
    const shown = readouts.summaryOf(team, published, user);
    const plain = summaryMessage(shown, team.settings, practice);
    const charted = isPlain ? undefined : chartedSummary(shown, team.settings, practice);
    if (charted === undefined) return reply(plain);
    return charts.say(id.workspace, { charted, plain, offer, reply });
  },
};

/** Said to somebody who may not read it. */
export function managersOnly({ settings: { managers, locale } }: Team): Message {
  const { summary: say } = listenersWords(locale);
  return line(say.managersOnly(managers.map(mention).join(', ') || say.nobody));
}
