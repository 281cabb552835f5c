import { dateToken, header, line, type Message, mention, section } from '../slack/block-kit.ts';
import type { TeamId } from '../team-id.ts';
import type { ChannelProblem } from './channel-check.ts';
import type { Team } from './team.ts';
import { sizeNote } from './team-announcements.ts';
import type { Change } from './team-change.ts';
import { cadenceNames, rhythmName } from './words.ts';

const channelSentences: { readonly [problem in ChannelProblem]: string } = {
  'direct-message':
    'Many Hands works in channels. Open the channel of your team and type */hands setup* there.',
  'not-visible':
    'I cannot see this channel. If it is a private channel, invite me first with */invite @Many Hands*, then type */hands setup* again. In direct messages I do not work.',
  archived: 'This channel is archived, so nothing can be posted here. Unarchive it, or use another channel.',
  shared:
    'This channel is shared with another workspace. Many Hands does not poll people of other companies: use a channel of your own.',
  'bot-missing': 'I am not in this channel yet. Type */invite @Many Hands* here, then */hands setup* again.',
};

/** Why this channel cannot be a team, and what to do. */
export const channelSentence = (problem: ChannelProblem): Message => line(channelSentences[problem]);

export const notEnrolled = (): Message =>
  line('Many Hands is not set up in this channel. Type */hands setup* to start.');

export const notManager = (managers: readonly string[]): Message =>
  line(`Only managers can do this here: ${managers.map(mention).join(', ')}. Nothing was changed.`);

/** The direct message to whoever saved the form of a team that was removed while they had it open. */
export const goneMeanwhile = ({ channel }: TeamId): Message =>
  line(
    `Many Hands was removed from <#${channel}> while this form was open. Nothing was changed. Type */hands setup* there to start again.`,
  );

/** The private answer to a request to change a team; `done` is what to say when it worked. */
export function changeReply(change: Change, done: string): Message {
  switch (change.kind) {
    case 'done':
      return line(change.isHeard ? done : `${done} Slack did not say whether the channel was told of it.`);
    case 'unchanged':
      return line('Nothing to change: it is like that already.');
    case 'not-enrolled':
      return notEnrolled();
    case 'already-enrolled':
      return line('Someone has just set up Many Hands in this channel. Type */hands status* to see how.');
    case 'changed-meanwhile':
      return line(
        'Someone else changed the settings at the same moment. Nothing was changed; please try again.',
      );
    case 'not-manager':
      return notManager(change.managers);
    case 'threshold-lowered':
      return line(
        `The minimum of ${change.threshold} answers may be raised, never lowered. Nothing was changed.`,
      );
    case 'nothing-to-skip':
      return line('There is nothing to skip: none is planned.');
    case 'channel':
      return channelSentence(change.problem);
    case 'not-announced':
      if (change.code === 'ratelimited') return line(slackIsBusy);
      return line(
        `I could not tell the channel (Slack says “${change.code}”), so nothing was changed. Check that I am in the channel and that it is not archived.`,
      );
  }
}

const slackIsBusy =
  'Slack is busy just now, so I could not tell the channel, and nothing was changed. Please try again in a minute.';

/** What `status` says: what comes next, who manages, what is broken and how to mend it. */
export function statusMessage(options: {
  readonly team: Team;
  /** Next instants in ms; absent where none is planned. */
  readonly next: { readonly prompt?: number; readonly opening?: number; readonly closing?: number };
  /** How many would be asked, where the channel is small enough to count. */
  readonly electorate: number | undefined;
  readonly isTwoWeekly: boolean;
  /** The pause in force. */
  readonly pause: Team['pause'];
}): Message {
  const { team, next, electorate, isTwoWeekly, pause } = options;
  const { settings } = team;
  const when = (instant: number | undefined) =>
    instant === undefined ? 'none planned' : dateToken(instant, settings.timezone);
  const lines = [
    `*Next prompt:* ${when(next.prompt)} (${rhythmName(settings.prompt)})`,
    `*Next pulse:* ${when(next.opening)} (${rhythmName(settings.pulse)}, ${cadenceNames[isTwoWeekly ? 'two-weekly' : 'weekly']})`,
    ...(next.closing === undefined ? [] : [`*Open pulse:* closes ${when(next.closing)}`]),
    `*Timezone:* ${settings.timezone}`,
    `*Managers:* ${settings.managers.map(mention).join(', ') || 'nobody; anyone can take over with /hands setup'}`,
    ...trouble(team, pause),
    sizeNote(electorate, settings.minimumAnswers),
  ].filter(Boolean);
  return { text: lines.join('\n'), blocks: [header('Many Hands here'), section(lines.join('\n'))] };
}

function trouble(team: Team, pause: Team['pause']): readonly string[] {
  const paused =
    pause &&
    `*Paused* ${pause.until === null ? 'until someone types */hands resume*' : `until ${pause.until}: prompts and pulses start again that day`}.`;
  const suspended =
    team.suspended &&
    `*Stopped:* Slack did not let me post here (${team.suspended}). Invite me with */invite @Many Hands*, unarchive the channel if it is archived, then type */hands resume*.`;
  return [paused, suspended].filter((sentence) => sentence !== null);
}
