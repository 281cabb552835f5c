import { SECOND } from '../../src/duration.ts';
import { chosenDate, pauseMetadata, pauseUntil } from '../../src/home/pause-form.ts';
import { homeWords } from '../../src/home/words/index.ts';
import type { Locale } from '../../src/locale.ts';
import { line } from '../../src/slack/block-kit.ts';
import { unformatted } from '../../src/slack/form-fields.ts';
import { LATE, orLate } from '../../src/team/in-time.ts';
import { isAfterToday } from '../../src/team/pause-date.ts';
import { isDate } from '../../src/team/team.ts';
import type { Change, Who } from '../../src/team/team-change.ts';
import { changeReply } from '../../src/team/team-view.ts';
import type { Services } from '../services.ts';
import type { Submission } from './submission.ts';

/** How long (ms) the store and the channel may take: the form must be answered within 3 seconds. */
const PATIENCE = 2 * SECOND;

/**
 * The form behind *Pause*. What is wrong is shown in the form; only where it takes too long, the form closes first, and
 * trouble is told in a direct message.
 */
export const pauseTeam: Submission = async ({ user, metadata, state, refuse, accept, services }) => {
  const form = pauseMetadata(metadata);
  const until = chosenDate(state);
  if (form === undefined || until === undefined)
    return refuse({ [pauseUntil]: homeWords(form?.locale ?? services.locale).pause.unreadable });
  const { pause: id, locale, page } = form;
  const words = homeWords(locale).pause;
  const asked = pauseIfRight(services, { id, by: user }, until);
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
  await services.home.refresh({ workspace: id.workspace, user, page });
};

type Pausing = Change | { readonly kind: 'not-in-future' };

async function pauseIfRight(
  { teams, clock }: Pick<Services, 'teams' | 'clock'>,
  who: Who,
  until: string | null,
): Promise<Pausing> {
  const team = await teams.find(who.id);
  if (team === undefined) return { kind: 'not-enrolled' };
  const isRight =
    until === null || (isDate(until) && isAfterToday(until, team.settings.timezone, clock.now()));
  return isRight ? teams.pause(who, until) : { kind: 'not-in-future' };
}

/** Why nothing was changed, as a field can show it: without formatting. It is like that already: no problem. */
function problemOf(change: Pausing, locale: Locale): string | undefined {
  const words = homeWords(locale).pause;
  if (change.kind === 'done' || change.kind === 'unchanged') return undefined;
  if (change.kind === 'not-in-future') return words.notInFuture;
  if (change.kind === 'not-manager') return words.notManager;
  if (change.kind === 'not-enrolled') return words.notEnrolled;
  return unformatted(changeReply(change, '', locale).text);
}
