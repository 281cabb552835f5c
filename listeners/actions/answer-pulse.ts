import { answerReply, changeMessage } from '../../src/pulse/answer-view.ts';
import { parseAnswerValue, parseChangeValue } from '../../src/pulse/button-value.ts';
import { teamOfPulse } from '../../src/pulse/pulse-record.ts';
import { teamKey } from '../../src/team-id.ts';
import type { Action, ActionContext } from './action.ts';

/** One tap on one option of a pulse, in the channel, or (with a seal) in one's own private line. */
export const answerPulse: Action = async (context) => {
  const { team, user, value, messageTs, services, locale, reply, replace } = context;
  const answer = parseAnswerValue(value);
  if (answer === undefined || !isFrom(context, answer.pulseId))
    return reply(await refused(context, 'malformed'));
  const outcome = await services.answers.answer({ ...answer, team, user, ts: messageTs });
  const isChanged = outcome.kind === 'changed';
  return (isChanged ? replace : reply)(answerReply(outcome, services.custody, await locale));
};

/** Shows the options once more. */
export const changeAnswer: Action = async (context) => {
  const { team, value, services, locale, reply, replace } = context;
  const change = parseChangeValue(value);
  if (change === undefined || !isFrom(context, change.pulseId))
    return reply(await refused(context, 'malformed'));
  const open = await services.pulses.current(team);
  if (open?.record.id !== change.pulseId || open.state !== 'open')
    return replace(await refused(context, 'closed'));
  const spoken = await locale;
  const question = services.questionOf(open.record.question, spoken);
  return replace(changeMessage(question, open.record, change, spoken));
};

/** Whether the pulse belongs to the channel the button was pressed in. */
function isFrom({ team }: ActionContext, pulseId: string): boolean {
  return teamKey(teamOfPulse(pulseId)) === teamKey(team);
}

const refused = async ({ services, locale }: ActionContext, kind: 'malformed' | 'closed') =>
  answerReply({ kind }, services.custody, await locale);
