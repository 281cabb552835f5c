import { Temporal } from 'temporal-polyfill';
import { cutText } from '../../src/cut-text.ts';
import { escapeText, line } from '../../src/slack/block-kit.ts';
import { isDate, mayManage, type Team } from '../../src/team/team.ts';
import { changeReply, notEnrolled, notManager } from '../../src/team/team-view.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** Stops prompts and pulses, until a date or until resumed. */
export const pause: Subcommand = {
  name: 'pause',
  takes: '[until 2026-12-31]',
  async run({ team: id, user, words, locale, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers, locale));
    const dates = words[0]?.toLowerCase() === 'until' ? words.slice(1) : words;
    const { pause: say } = listenersWords(locale);
    const problem = words.length === 0 ? undefined : problemWith(dates, team, services.clock.now());
    if (problem !== undefined) return reply(line(say.refused(problem)));
    const [until] = dates;
    const change = await services.teams.pause({ id, by: user }, until ?? null);
    return reply(changeReply(change, until === undefined ? say.done : say.doneUntil(until), locale));
  },
};

function problemWith(dates: readonly string[], team: Team, now: number): string | undefined {
  const { pause: say } = listenersWords(team.settings.locale);
  const [until] = dates;
  if (until === undefined) return say.untilWhen(say.usage);
  if (dates.length > 1) return say.oneDate(say.usage);
  if (!isDate(until)) return say.notADate(escapeText(cutText(until, 40)), say.usage);
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(team.settings.timezone)
    .toPlainDate();
  return Temporal.PlainDate.compare(until, today) > 0 ? undefined : say.notInFuture(until);
}
