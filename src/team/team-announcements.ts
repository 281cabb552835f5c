import { type CustodyKind, promise, THRESHOLD_FLOOR } from '../promise.ts';
import { context, dateToken, header, line, type Message, mention, section } from '../slack/block-kit.ts';
import { isTwoWeekly } from './agenda.ts';
import type { Team } from './team.ts';
import { cadenceNames, rhythmName } from './words.ts';

/** How many pulses of a small electorate will publish a level, in words (product, "Settings"). */
const smallOdds: { readonly [electorate: number]: string } = {
  5: 'about a third',
  6: 'about two thirds',
  7: 'about six in seven',
};

/** What a removal leaves (src/redis/keys.ts: `threshold`, `lastPulse`). */
export const STAYS =
  'For 35 days the minimum of answers stays, and when the last pulse opened and how many it asked: starting over is no way round them.';

/** Introduces the app to a channel: what it does, what it promises, who manages it. */
export function welcome(
  team: Team,
  by: string,
  electorate: number | undefined,
  custody: CustodyKind,
): Message {
  const { settings } = team;
  const asked = electorate === undefined ? undefined : { openedAt: team.enrolledAt, electorate };
  const cadence = isTwoWeekly(team, asked) ? 'two-weekly' : 'weekly';
  const does = [
    `${mention(by)} added Many Hands to this channel. Once a week there is one question about handing work over or`,
    `asking for help (${rhythmName(settings.prompt)}), and ${cadenceNames[cadence]} one anonymous pulse about the`,
    `week’s work (${rhythmName(settings.pulse)}, ${settings.timezone}). Nobody has to answer either.`,
  ].join(' ');
  const managers = `Managers here: ${settings.managers.map(mention).join(', ')}. They are never polled, and they read what ${
    settings.audience === 'everyone' ? 'everyone here reads' : 'the pulse says about the team as a whole'
  }.`;
  const odds = sizeNote(electorate, settings.minimumAnswers);
  const more = 'Type */hands privacy* to see what is stored, or */hands help* for the rest.';
  return {
    text: [does, promise(settings.minimumAnswers, custody), managers, odds, more]
      .filter(Boolean)
      .join('\n\n'),
    blocks: [
      header('Many Hands'),
      section(does),
      section(`*The promise.* ${promise(settings.minimumAnswers, custody)}`),
      section([managers, odds].filter(Boolean).join(' ')),
      context(more),
    ],
  };
}

/** What a small team should know before it starts; empty for larger ones and where the size is not known. */
export function sizeNote(electorate: number | undefined, threshold: number): string {
  if (electorate === undefined) return '';
  if (electorate < threshold) {
    return `With ${electorate} ${electorate === 1 ? 'person' : 'people'} to ask there will be prompts but no pulses: fewer than ${threshold} answers cannot be anonymous.`;
  }
  const odds = threshold === THRESHOLD_FLOOR ? smallOdds[electorate] : undefined;
  if (odds === undefined) return '';
  return `With ${electorate} people to ask, ${odds} of the pulses will show a level; the others will not have enough answers.`;
}

export function settingsChanged(by: string, changes: readonly string[]): Message {
  return line(`${mention(by)} changed Many Hands here (from the next time on): ${changes.join('; ')}.`);
}

export function paused(by: string, until: string | null): Message {
  const end = until === null ? 'until someone resumes it' : `until ${until}: they start again that day`;
  return line(`${mention(by)} paused prompts and pulses ${end}. A pulse that is open now goes on.`);
}

export function resumed(by: string): Message {
  return line(`${mention(by)} resumed prompts and pulses.`);
}

export function skipped(by: string, kind: 'prompt' | 'opening', instant: number, timezone: string): Message {
  const name = kind === 'prompt' ? 'prompt' : 'pulse';
  return line(`${mention(by)} skipped the next ${name} (${dateToken(instant, timezone)}).`);
}

export function removed(by: string): Message {
  return line(
    `${mention(by)} removed Many Hands from this channel. Everything else stored about the team is deleted. ${STAYS} Type */hands setup* to start again.`,
  );
}

export function managerLeft(user: string, remaining: readonly string[]): Message {
  const then =
    remaining.length > 0
      ? `Managers now: ${remaining.map(mention).join(', ')}.`
      : 'Nobody manages Many Hands here now: anyone can take over with */hands setup*.';
  return line(`${mention(user)} left the channel and no longer manages Many Hands here. ${then}`);
}

/** Said once when the bot joins a channel without a team. */
export function hello(): Message {
  return line(
    'Hello. I post one question a week about sharing work, and one anonymous pulse. Type */hands setup* to start.',
  );
}
