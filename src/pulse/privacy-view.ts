import { keys } from '../redis/keys.ts';
import { context, dateToken, header, type Message, section } from '../slack/block-kit.ts';
import type { Team } from '../team/team.ts';
import { promise } from '../team/team-announcements.ts';
import type { PulseRecord } from './pulse-record.ts';
import { laneCount } from './tally.ts';

/** Bytes of a token and its entry, and of a lane: the same for everyone, answered or not. */
const TOKEN_BYTES = 128 + 40;
const LANE_BYTES = 4;

/**
 * The promise, and what is stored about the open pulse: key names, sizes, and the record as it was at opening.
 * Made without reading a single live value, so it may be shown to anyone.
 */
export function privacyMessage(team: Team, open: PulseRecord | undefined): Message {
  const threshold = `At least ${team.settings.minimumAnswers} answers are needed here before anything is shown.`;
  const stored =
    open === undefined ? 'No pulse is open: nothing about answers is stored.' : storedAbout(team, open);
  const custody =
    'The key of a pulse is a file outside the database, destroyed when the pulse closes. Without it the locked total and the tokens are random numbers.';
  const told = promise(team.settings.minimumAnswers);
  const title = 'What is stored, and what is not';
  return {
    text: [title, told, threshold, stored, custody].join('\n\n'),
    blocks: [header(title), section(told), section(threshold), section(stored), context(custody)],
  };
}

function storedAbout(team: Team, open: PulseRecord): string {
  const { electorate, optionCount, closesAt, opensAt } = open;
  const until = dateToken(closesAt, team.settings.timezone);
  return [
    `*The open pulse*, stored until it closes on ${until}:`,
    `• \`${keys.tokens(team.id)}\`: ${electorate} tokens of ${TOKEN_BYTES} bytes, one for each person asked, answered or not`,
    `• \`${keys.tally(team.id)}\`: the locked total, ${laneCount(optionCount) * LANE_BYTES} bytes`,
    `• \`${keys.pulse(team.id)}\`: question “${open.question}”, ${optionCount} options, ${electorate} people asked, ${open.threshold} answers needed, opened ${dateToken(opensAt, team.settings.timezone)}`,
  ].join('\n');
}
