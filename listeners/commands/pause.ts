import { cutText } from '../../src/cut-text.ts';
import { escapeText, line } from '../../src/slack/block-kit.ts';
import { isAfterToday } from '../../src/team/pause-date.ts';
import { isDate, mayManage, type Team } from '../../src/team/team.ts';
import { notEnrolled, notManager } from '../../src/team/team-view.ts';
import { replyToChange } from '../reply-to-change.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** Stops prompts and pulses, until a date or until resumed. */
export const pause: Subcommand = {
  name: 'pause',
  takes: '[until 2026-12-31]',
  async run(context) {
    const { team: id, user, words, locale, services, reply } = context;
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers, locale));
    const dates = words[0]?.toLowerCase() === 'until' ? words.slice(1) : words;
    const { pause: say } = listenersWords(locale);
    const problem = words.length === 0 ? undefined : problemWith(dates, team, services.clock.now());
    if (problem !== undefined) return reply(line(say.refused(problem)));
    const [until] = dates;
    const change = await services.teams.pause({ id, by: user }, until ?? null);
    const done = until === undefined ? say.done : say.doneUntil(until);
    return replyToChange(context, { change, done, locale }, reply);
  },
};

function problemWith(dates: readonly string[], team: Team, now: number): string | undefined {
  const { pause: say } = listenersWords(team.settings.locale);
  const [until] = dates;
  if (until === undefined) return say.untilWhen(say.usage);
  if (dates.length > 1) return say.oneDate(say.usage);
  if (!isDate(until)) return say.notADate(escapeText(cutText(until, 40)), say.usage);
  return isAfterToday(until, team.settings.timezone, now) ? undefined : say.notInFuture(until);
}
