import { SECOND } from '../../src/duration.ts';
import { chosenDate, pauseMetadata, pauseUntil } from '../../src/home/pause-form.ts';
import { homeWords } from '../../src/home/words/index.ts';
import type { Locale } from '../../src/locale.ts';
import { line } from '../../src/slack/block-kit.ts';
import { LATE, orLate } from '../../src/team/in-time.ts';
import { isAfterToday } from '../../src/team/pause-date.ts';
import { isDate } from '../../src/team/team.ts';
import type { Change } from '../../src/team/team-change.ts';
import { changeReply } from '../../src/team/team-view.ts';
import type { Submission } from './submission.ts';

/** How long (ms) the channel may take to be told: the form must be answered within 3 seconds. */
const PATIENCE = 2 * SECOND;

/**
 * The form behind *Pause*. What is wrong is shown in the form; only where Slack is slow to tell the channel, the form
 * closes first, and trouble is told in a direct message.
 */
export const pauseTeam: Submission = async ({ user, metadata, state, refuse, accept, services }) => {
  const form = pauseMetadata(metadata);
  const until = chosenDate(state);
  if (form === undefined || until === undefined)
    return refuse({ [pauseUntil]: homeWords(form?.locale ?? services.locale).pause.unreadable });
  const { pause: id, locale } = form;
  const words = homeWords(locale).pause;
  const team = await services.teams.find(id);
  if (team === undefined) return refuse({ [pauseUntil]: words.notEnrolled });
  const isRight =
    until === null || (isDate(until) && isAfterToday(until, team.settings.timezone, services.clock.now()));
  if (!isRight) return refuse({ [pauseUntil]: words.notInFuture });
  const asked = services.teams.pause({ id, by: user }, until);
  const inTime = await orLate(asked, PATIENCE);
  const problem = inTime === LATE ? undefined : problemOf(inTime, locale);
  if (problem !== undefined) return refuse({ [pauseUntil]: problem });
  await accept();
  const change = await asked;
  const channel = `<#${id.channel}>`;
  const trouble = problemOf(change, locale);
  if (trouble !== undefined) await services.gateway.post(user, line(words.trouble(channel, trouble)));
  if (change.kind === 'done' && !change.isHeard)
    await services.gateway.post(user, changeReply(change, words.done(channel), locale));
  await services.home.refresh({ workspace: id.workspace, user });
};

/** Why nothing was changed, as a field can show it: without formatting. It is like that already: no problem. */
function problemOf(change: Change, locale: Locale): string | undefined {
  const words = homeWords(locale).pause;
  if (change.kind === 'done' || change.kind === 'unchanged') return undefined;
  if (change.kind === 'not-manager') return words.notManager;
  return change.kind === 'not-enrolled' ? words.notEnrolled : changeReply(change, '', locale).text;
}
