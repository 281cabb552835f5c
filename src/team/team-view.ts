import type { RecordedSlot } from '../calendar/slot-record.ts';
import type { Locale } from '../locale.ts';
import { dateToken, header, line, type Message, mention, section } from '../slack/block-kit.ts';
import type { TeamId } from '../team-id.ts';
import type { ChannelProblem } from './channel-check.ts';
import { rhythmName } from './names.ts';
import type { Team } from './team.ts';
import { sizeNote } from './team-announcements.ts';
import type { Change } from './team-change.ts';
import { probablyPosted, troubleWith } from './trouble-view.ts';
import { teamWords } from './words/index.ts';

/** Why this channel cannot be a team, and what to do. */
export const channelSentence = (problem: ChannelProblem, locale: Locale): Message =>
  line(teamWords(locale).replies.channelProblems[problem]);

export const notEnrolled = (locale: Locale): Message => line(teamWords(locale).replies.notEnrolled);

export const notManager = (managers: readonly string[], locale: Locale): Message =>
  line(teamWords(locale).replies.notManager(managers.map(mention).join(', ')));

/** The direct message to whoever saved the form of a team that was removed while they had it open. */
export const goneMeanwhile = ({ channel }: TeamId, locale: Locale): Message =>
  line(teamWords(locale).replies.goneMeanwhile(`<#${channel}>`));

/** The private answer to a request to change a team; `done` is what to say when it worked. */
export function changeReply(change: Change, done: string, locale: Locale): Message {
  const { replies: words } = teamWords(locale);
  switch (change.kind) {
    case 'done':
      return line(change.isHeard ? done : words.notHeard(done));
    case 'unchanged':
      return line(words.unchanged);
    case 'not-enrolled':
      return notEnrolled(locale);
    case 'already-enrolled':
      return line(words.alreadyEnrolled);
    case 'changed-meanwhile':
      return line(words.changedMeanwhile);
    case 'not-manager':
      return notManager(change.managers, locale);
    case 'threshold-lowered':
      return line(words.thresholdLowered(change.threshold));
    case 'nothing-to-skip':
      return line(words.nothingToSkip);
    case 'channel':
      return channelSentence(change.problem, locale);
    case 'not-announced':
      return line(change.code === 'ratelimited' ? words.slackIsBusy : words.notAnnounced(change.code));
  }
}

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
  /** The last prompt that was posted, or may have been. */
  readonly lastPrompt: RecordedSlot | undefined;
}): Message {
  const { team, next, electorate, isTwoWeekly, pause, lastPrompt } = options;
  const { locale, timezone, managers, prompt, pulse, minimumAnswers } = team.settings;
  const { status: words, names } = teamWords(locale);
  const when = (instant: number | undefined) =>
    instant === undefined ? words.nonePlanned : dateToken(instant, timezone, locale);
  const cadence = names.cadences[isTwoWeekly ? 'two-weekly' : 'weekly'];
  const isTooSmall = electorate !== undefined && electorate < minimumAnswers;
  const lines = [
    words.prompt(when(next.prompt), rhythmName(prompt, locale)),
    words.pulse(when(isTooSmall ? undefined : next.opening), rhythmName(pulse, locale), cadence),
    ...(next.closing === undefined ? [] : [words.open(when(next.closing))]),
    words.timezone(timezone),
    words.managers(managers.map(mention).join(', ') || words.noManagers),
    ...(lastPrompt?.record.state === 'unknown' ? [probablyPosted(lastPrompt.instant, team)] : []),
    ...troubleLines(team, pause),
    sizeNote(electorate, minimumAnswers, locale),
  ].filter(Boolean);
  return { text: lines.join('\n'), blocks: [header(words.title), section(lines.join('\n'))] };
}

/** Why nothing comes, and what to do about it: paused (`pause`: what is in force), or stopped. Empty where all is well. */
export function troubleLines({ settings, suspended }: Team, pause: Team['pause']): readonly string[] {
  const { status: words } = teamWords(settings.locale);
  return [
    ...(pause === null ? [] : [pause.until === null ? words.paused : words.pausedUntil(pause.until)]),
    ...(suspended === null ? [] : [words.suspended(troubleWith(suspended.code, settings.locale))]),
  ];
}
