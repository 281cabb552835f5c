import type { Locale } from '../locale.ts';
import { type CustodyKind, promise, THRESHOLD_FLOOR } from '../promise.ts';
import { context, dateToken, header, line, type Message, mention, section } from '../slack/block-kit.ts';
import { isTwoWeekly } from './agenda.ts';
import { rhythmName } from './names.ts';
import type { Team } from './team.ts';
import { teamWords } from './words/index.ts';

/** Introduces the app to a channel: what it does, what it promises, who manages it. */
export function welcome(
  team: Team,
  by: string,
  electorate: number | undefined,
  custody: CustodyKind,
): Message {
  const { settings } = team;
  const { locale } = settings;
  const { welcome: words } = teamWords(locale);
  const told = promise(settings.minimumAnswers, custody, locale);
  const does = whatItDoes(team, by, electorate);
  const managers = words.managers(settings.managers.map(mention).join(', '), settings.audience);
  const odds = sizeNote(electorate, settings.minimumAnswers, locale);
  return {
    text: [does, told, managers, odds, words.more].filter(Boolean).join('\n\n'),
    blocks: [
      header('Many Hands'),
      section(does),
      section(words.promise(told)),
      section([managers, odds].filter(Boolean).join(' ')),
      context(words.more),
    ],
  };
}

function whatItDoes(team: Team, by: string, electorate: number | undefined): string {
  const { locale, prompt, pulse, timezone } = team.settings;
  const { welcome: words, names } = teamWords(locale);
  const asked = electorate === undefined ? undefined : { openedAt: team.enrolledAt, electorate };
  return words.does({
    by: mention(by),
    prompt: rhythmName(prompt, locale),
    cadence: names.cadences[isTwoWeekly(team, asked) ? 'two-weekly' : 'weekly'],
    pulse: rhythmName(pulse, locale),
    timezone,
  });
}

/** What a small team should know before it starts; empty for larger ones and where the size is not known. */
export function sizeNote(electorate: number | undefined, threshold: number, locale: Locale): string {
  if (electorate === undefined) return '';
  const { size: words } = teamWords(locale);
  if (electorate < threshold) return words.tooFew(electorate, threshold);
  const smallOdds: { readonly [electorate: number]: string } = words.odds;
  const odds = threshold === THRESHOLD_FLOOR ? smallOdds[electorate] : undefined;
  return odds === undefined ? '' : words.small(electorate, odds);
}

export function settingsChanged(by: string, changes: readonly string[], locale: Locale): Message {
  return line(teamWords(locale).changes.said(mention(by), changes.join('; ')));
}

export function paused(by: string, until: string | null, locale: Locale): Message {
  const { announcements: words } = teamWords(locale);
  return line(until === null ? words.paused(mention(by)) : words.pausedUntil(mention(by), until));
}

export function resumed(by: string, locale: Locale): Message {
  return line(teamWords(locale).announcements.resumed(mention(by)));
}

export function skipped(by: string, kind: 'prompt' | 'opening', instant: number, team: Team): Message {
  const { locale, timezone } = team.settings;
  const { skippedPrompt, skippedPulse } = teamWords(locale).announcements;
  const said = kind === 'prompt' ? skippedPrompt : skippedPulse;
  return line(said(mention(by), dateToken(instant, timezone, locale)));
}

export function removed(by: string, locale: Locale): Message {
  const { announcements, removal } = teamWords(locale);
  return line(announcements.removed(mention(by), removal.stays));
}

export function managerLeft(user: string, remaining: readonly string[], locale: Locale): Message {
  const { managerLeft, lastManagerLeft } = teamWords(locale).announcements;
  return line(
    remaining.length > 0
      ? managerLeft(mention(user), remaining.map(mention).join(', '))
      : lastManagerLeft(mention(user)),
  );
}

/** Said once when the bot joins a channel without a team. */
export const hello = (locale: Locale): Message => line(teamWords(locale).announcements.hello);
