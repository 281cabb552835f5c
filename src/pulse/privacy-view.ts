import { type CustodyKind, promise } from '../promise.ts';
import { keys } from '../redis/keys.ts';
import { context, dateToken, escapeText, header, type Message, section } from '../slack/block-kit.ts';
import type { Team } from '../team/team.ts';
import { teamWords } from '../team/words/index.ts';
import type { PulseRecord } from './pulse-record.ts';
import { laneCount } from './tally.ts';
import type { PulseWords } from './words/en.ts';
import { pulseWords } from './words/index.ts';

/** Bytes of a token and its entry, and of a lane: the same for everyone, answered or not. */
const TOKEN_BYTES = 128 + 40;
const LANE_BYTES = 4;

type StoreKind = keyof PulseWords['privacy']['places'];

/** What is true of the whole installation, read at start. */
export type Installation = {
  readonly version: string;
  readonly custody: CustodyKind;
  /** What kind of store it is (not where: anyone may ask), and its settings that matter, or that they are not shown. */
  readonly store: { readonly kind: StoreKind; readonly settings: readonly string[] };
};

export type PrivacyFacts = {
  readonly team: Team;
  readonly isTwoWeekly: boolean;
  /** The record as it was at opening, if a pulse is open. `unreadable`: somebody has edited it. */
  readonly open: PulseRecord | 'unreadable' | undefined;
  readonly installation: Installation;
};

/**
 * The promise, and what is stored about the open pulse: key names, sizes, time to live and the record as it was at
 * opening. Made without a single live value, so it may be shown to anyone: before and after a colleague's tap it reads
 * the same.
 */
export function privacyMessage({ team, isTwoWeekly, open, installation }: PrivacyFacts): Message {
  const { minimumAnswers, windowHours, locale } = team.settings;
  const { privacy: words } = pulseWords(locale);
  const { cadences } = teamWords(locale).names;
  const told = promise(minimumAnswers, installation.custody, locale);
  const here = words.here({
    threshold: minimumAnswers,
    cadence: cadences[isTwoWeekly ? 'two-weekly' : 'weekly'],
    hours: windowHours,
  });
  const stored = open === undefined ? words.nothingOpen : aboutOpen(team, open, installation.custody);
  const paragraphs = [told, here, words.coarse, stored, words.custody[installation.custody]];
  const running = escapeText(
    [
      `Many Hands ${installation.version}`,
      words.places[installation.store.kind],
      ...installation.store.settings,
    ].join(' · '),
  );
  return {
    text: [words.title, ...paragraphs, running].join('\n\n'),
    blocks: [header(words.title), ...paragraphs.map(section), context(running)],
  };
}

function aboutOpen(team: Team, open: PulseRecord | 'unreadable', custody: CustodyKind): string {
  const { unreadable } = pulseWords(team.settings.locale).privacy;
  return open === 'unreadable' ? unreadable : storedAbout(team, open, custody);
}

function storedAbout(team: Team, open: PulseRecord, custody: CustodyKind): string {
  const { timezone, locale } = team.settings;
  const { privacy: words } = pulseWords(locale);
  const key = (name: string) => `\`${name}\``;
  const record = words.record({
    key: key(keys.pulse(team.id)),
    question: open.question,
    options: open.optionCount,
    electorate: open.electorate,
    threshold: open.threshold,
    opensAt: dateToken(open.opensAt, timezone, locale),
  });
  const rows = [
    words.tokens(key(keys.tokens(team.id)), open.electorate, TOKEN_BYTES),
    words.tally(key(keys.tally(team.id)), laneCount(open.optionCount) * LANE_BYTES),
    record,
    ...(custody === 'B' ? [words.wrappedKey(key(keys.wrappedKey(team.id)))] : []),
  ];
  const closesAt = dateToken(open.closesAt, timezone, locale);
  const verbatim = `${words.verbatim} \`${JSON.stringify(open)}\``;
  return [words.open(closesAt), ...rows.map((row) => `• ${row}`), verbatim].join('\n');
}
