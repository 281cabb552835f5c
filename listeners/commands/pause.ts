import { Temporal } from 'temporal-polyfill';
import { escapeText, line } from '../../src/slack/block-kit.ts';
import { isDate, type Team } from '../../src/team/team.ts';
import { changeReply, notEnrolled } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** Stops prompts and pulses, until a date or until resumed. */
export const pause: Subcommand = {
  name: 'pause',
  takes: '[until 2026-12-31]',
  help: 'stop prompts and pulses; an open pulse goes on (managers)',
  async run({ team: id, user, words, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled());
    const until = words[0]?.toLowerCase() === 'until' ? words[1] : words[0];
    const problem = problemWith(until, words.length, team, services.clock.now());
    if (problem !== undefined) return reply(line(`${problem} Nothing was changed.`));
    const change = await services.teams.pause({ id, by: user }, until ?? null);
    const end = until === undefined ? 'until someone types */hands resume*' : `until ${until}`;
    return reply(changeReply(change, `Paused ${end}.`));
  },
};

function problemWith(until: string | undefined, words: number, team: Team, now: number): string | undefined {
  if (words === 0) return undefined;
  if (until === undefined || words > 2 || !isDate(until)) {
    return `“${escapeText((until ?? 'until').slice(0, 40))}” is not a date. Write */hands pause until 2026-12-31*, or */hands pause* alone.`;
  }
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(team.settings.timezone)
    .toPlainDate();
  if (Temporal.PlainDate.compare(until, today) > 0) return undefined;
  return `${until} is not in the future.`;
}
