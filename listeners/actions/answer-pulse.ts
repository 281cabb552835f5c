import { parseAnswerValue } from '../../src/pulse/pulse-record.ts';
import { answerReply } from '../../src/pulse/pulse-view.ts';
import type { Action } from './action.ts';

/** One tap on one option of a pulse. */
export const answerPulse: Action = async ({ team, user, value, messageTs, services, reply }) => {
  const answer = parseAnswerValue(value);
  const belongsHere = answer?.pulseId.startsWith(`${team.workspace}-${team.channel}-`) === true;
  if (answer === undefined || !belongsHere) return reply(answerReply('malformed'));
  return reply(answerReply(await services.pulses.answer({ ...answer, team, user, ts: messageTs })));
};
