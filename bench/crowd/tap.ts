import { answerAction } from '../../src/pulse/answer-view.ts';
import { answerValue } from '../../src/pulse/button-value.ts';
import { type OpenPulse, WORKSPACE } from './pulses.ts';

/** The message's timestamp: the same for all, since nobody looks it up. */
const TS = '1700000000.000001';

/** What Slack sends when someone taps an option: the message comes along whole, so a tap is about 4 kB. */
export function tapPayload(tap: {
  readonly pulse: OpenPulse;
  readonly user: string;
  readonly choice: number;
  readonly responseUrl: string;
}): object {
  const { pulse, user, choice, responseUrl } = tap;
  const { channel } = pulse.team;
  const buttons = Array.from({ length: pulse.record.optionCount }, (_, option) => button(pulse, option));
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: WORKSPACE },
    api_app_id: 'ABENCH',
    token: 'verification-token-of-old',
    container: { type: 'message', message_ts: TS, channel_id: channel, is_ephemeral: false },
    trigger_id: '12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
    team: { id: WORKSPACE, domain: 'bench' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'a-team-of-the-bench' },
    message: messageWith(buttons),
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ ...buttons[choice], action_ts: '1700000001.000001' }],
  };
}

function button(pulse: OpenPulse, option: number) {
  const value = answerValue({
    pulseId: pulse.record.id,
    choice: option,
    optionCount: pulse.record.optionCount,
  });
  return {
    type: 'button',
    action_id: `${answerAction}.${option}.en`,
    block_id: 'answers',
    text: { type: 'plain_text', text: 'About half of the time', emoji: false },
    value,
  };
}

function messageWith(buttons: readonly object[]) {
  const question = '*How much of last week’s work fitted into your working hours?*';
  const promise =
    'Anonymous: added to a locked total, shown only when at least 5 people answer, only as a level, only after it closes on <!date^1764252000^{date_short_pretty} at {time}|Thu 27 Nov, 14:00>.';
  return {
    user: 'UBOT',
    type: 'message',
    ts: TS,
    bot_id: 'BBOT',
    app_id: 'ABENCH',
    team: WORKSPACE,
    text: `Anonymous pulse: ${question}\n${promise}`,
    blocks: [
      { type: 'section', block_id: 'Qx1', text: { type: 'mrkdwn', text: question, verbatim: false } },
      { type: 'actions', block_id: 'answers', elements: buttons },
      { type: 'context', block_id: 'Qx2', elements: [{ type: 'mrkdwn', text: promise, verbatim: false }] },
    ],
  };
}
