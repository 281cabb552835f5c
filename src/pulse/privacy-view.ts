import { type CustodyKind, promise } from '../promise.ts';
import { keys } from '../redis/keys.ts';
import { context, dateToken, escapeText, header, type Message, section } from '../slack/block-kit.ts';
import type { Team } from '../team/team.ts';
import { cadenceNames } from '../team/words.ts';
import type { PulseRecord } from './pulse-record.ts';
import { laneCount } from './tally.ts';

/** Bytes of a token and its entry, and of a lane: the same for everyone, answered or not. */
const TOKEN_BYTES = 128 + 40;
const LANE_BYTES = 4;

/** What is true of the whole installation, read at start. */
export type Installation = {
  readonly version: string;
  readonly custody: CustodyKind;
  /** `description` says where the data is, for people; `settings` the Redis settings that matter, or why not known. */
  readonly store: { readonly description: string; readonly settings: readonly string[] };
};

const custodyWords: { readonly [kind in CustodyKind]: string } = {
  A: 'Key custody A: the key of a pulse is a file outside the database, destroyed when the pulse closes. Without it the locked total and the tokens are random numbers, in every backup too.',
  B: 'Key custody B: the key of a pulse is in the database, wrapped under a secret of the server, and destroyed when the pulse closes. This is weaker than a file outside it: an old backup together with that secret can undo it.',
};

export type PrivacyFacts = {
  readonly team: Team;
  readonly isTwoWeekly: boolean;
  /** The record as it was at opening, if a pulse is open. */
  readonly open: PulseRecord | undefined;
  readonly installation: Installation;
};

/**
 * The promise, and what is stored about the open pulse: key names, sizes, time to live and the record as it was at
 * opening. Made without a single live value, so it may be shown to anyone: before and after a colleague's tap it reads
 * the same.
 */
export function privacyMessage({ team, isTwoWeekly, open, installation }: PrivacyFacts): Message {
  const { minimumAnswers, windowHours } = team.settings;
  const told = promise(minimumAnswers, installation.custody);
  const here = `*Here:* at least ${minimumAnswers} answers before anything is shown; a pulse ${cadenceNames[isTwoWeekly ? 'two-weekly' : 'weekly']}, open for ${windowHours} hours, never two within 5 days. Managers are not polled.`;
  const coarse =
    '*Why levels are coarse:* so that nobody can work out one person’s answer. For the same reason a level can be one step off, or one pulse late.';
  const stored =
    open === undefined
      ? '*No pulse is open:* nothing about answers is stored.'
      : storedAbout(team, open, installation.custody);
  const running = [
    `Many Hands ${installation.version}`,
    installation.store.description,
    ...installation.store.settings,
  ].join(' · ');
  const title = 'What is stored, and what is not';
  return {
    text: [title, told, here, coarse, stored, custodyWords[installation.custody], escapeText(running)].join(
      '\n\n',
    ),
    blocks: [
      header(title),
      section(told),
      section(here),
      section(coarse),
      section(stored),
      section(custodyWords[installation.custody]),
      context(escapeText(running)),
    ],
  };
}

function storedAbout(team: Team, open: PulseRecord, custody: CustodyKind): string {
  const { electorate, optionCount, closesAt, opensAt, threshold } = open;
  const { timezone } = team.settings;
  return [
    `*The open pulse*, kept until it closes on ${dateToken(closesAt, timezone)} and then deleted:`,
    `• \`${keys.tokens(team.id)}\`: ${electorate} tokens of ${TOKEN_BYTES} bytes, one for each person asked, answered or not`,
    `• \`${keys.tally(team.id)}\`: the locked total, ${laneCount(optionCount) * LANE_BYTES} bytes`,
    `• \`${keys.pulse(team.id)}\`: question “${open.question}”, ${optionCount} options, ${electorate} people asked, ${threshold} answers needed, opened ${dateToken(opensAt, timezone)}; with a mark that shows edits`,
    ...(custody === 'B' ? [`• \`${keys.wrappedKey(team.id)}\`: the key of this pulse, wrapped`] : []),
  ].join('\n');
}
