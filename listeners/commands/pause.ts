import { Temporal } from 'temporal-polyfill';
import { cutText } from '../../src/cut-text.ts';
import { escapeText, line } from '../../src/slack/block-kit.ts';
import { isDate, mayManage, type Team } from '../../src/team/team.ts';
import { changeReply, notEnrolled, notManager } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

const usage = 'Write */hands pause until 2026-12-31*, or */hands pause* alone.';

/** Stops prompts and pulses, until a date or until resumed. */
export const pause: Subcommand = {
  name: 'pause',
  takes: '[until 2026-12-31]',
  help: 'stop prompts and pulses; an open pulse goes on (managers)',
  async run({ team: id, user, words, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled());
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers));
    const dates = words[0]?.toLowerCase() === 'until' ? words.slice(1) : words;
    const problem = words.length === 0 ? undefined : problemWith(dates, team, services.clock.now());
    if (problem !== undefined) return reply(line(`${problem} Nothing was changed.`));
    const [until] = dates;
    const change = await services.teams.pause({ id, by: user }, until ?? null);
    const end =
      until === undefined
        ? 'until someone types */hands resume*'
        : `until ${until}: prompts and pulses start again that day`;
    return reply(changeReply(change, `Paused ${end}.`));
  },
};

function problemWith(dates: readonly string[], team: Team, now: number): string | undefined {
  const [until] = dates;
  if (until === undefined) return `Until when? ${usage}`;
  if (dates.length > 1) return `One date is enough: the day on which things start again. ${usage}`;
  if (!isDate(until)) return `“${escapeText(cutText(until, 40))}” is not a date. ${usage}`;
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(team.settings.timezone)
    .toPlainDate();
  return Temporal.PlainDate.compare(until, today) > 0 ? undefined : `${until} is not in the future.`;
}
