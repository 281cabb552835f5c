import { keys } from '../../src/redis/keys.ts';
import type { TeamId } from '../../src/team-id.ts';

type Meaning = { readonly isNamed: (team: TeamId, name: string) => boolean; readonly says: string };

const named = (keyOf: (team: TeamId) => string, says: string): Meaning => ({
  isNamed: (team, name) => keyOf(team) === name,
  says,
});

/**
 * One sentence for each key of `src/redis/keys.ts`, in the order in which they are printed. A key added there is a
 * type error here until it has its sentence.
 */
const meanings: { readonly [name in keyof typeof keys]: Meaning } = {
  due: named(keys.due, 'The calendar of all teams: what is due next, and when (milliseconds since 1970).'),
  teamsOf: named(
    ({ workspace }) => keys.teamsOf(workspace),
    'Which channels of this workspace are teams, for the Home tab.',
  ),
  heldBack: named(
    ({ workspace }) => keys.heldBack(workspace),
    'Slack asked for a pause: until this key goes, nothing is posted in this workspace.',
  ),
  noCharts: named(
    ({ workspace }) => keys.noCharts(workspace),
    'Slack took no chart in this workspace: until this key goes, messages go without.',
  ),
  team: named(keys.team, 'The team’s settings, with the user ids of its managers and of nobody else.'),
  slots: named(
    keys.slots,
    'What became of each prompt, opening, closing and notice to managers of the last 35 days; `ts` is the message.',
  ),
  rotation: named(keys.rotation, 'The shuffled prompts that are still to come, and the one drawn last.'),
  ownPrompts: named(keys.ownPrompts, 'The prompts this team wrote itself, without who wrote them.'),
  rosterChanges: named(
    keys.rosterChanges,
    'How many joins, leaves and changes of managers there were, without saying whose.',
  ),
  threshold: named(
    keys.threshold,
    'The threshold of a removed team, so that starting over does not lower it.',
  ),
  wrappedKey: named(
    keys.wrappedKey,
    'Custody B only: the open pulse’s key, wrapped under a key from the environment.',
  ),
  lastPulse: named(
    keys.lastPulse,
    'When the last pulse opened, how many people it asked, and how many pulses there were.',
  ),
  readouts: named(
    keys.readouts,
    'What was published: levels, never numbers of answers; how the last closing ended, and its receipts; when the team was told of changes.',
  ),
  pulse: named(keys.pulse, 'The open pulse: its question and rules, as they were when it opened.'),
  tokens: named(
    keys.tokens,
    'One random-looking token for everyone asked, answered or not; only the key file can tell whose it is.',
  ),
  tally: named(
    keys.tally,
    'The locked total: sums that are random numbers to whoever lacks the key file (binary, here as hex).',
  ),
  event: {
    isNamed: (_, name) => /^hands:\{\w+\}:event$/.test(name),
    says: 'One of Slack’s events, by its id alone, so that it is not handled twice. An hour.',
  },
  request: {
    isNamed: (_, name) => /^hands:\{\w+\}:request$/.test(name),
    says: 'A command, button or form that came over HTTP, by a digest of its signature alone, so that it is not taken twice. Ten minutes.',
  },
  practice: named(
    keys.practice,
    'How many asks, answered asks and hand-overs there were in each of the last 26 weeks; nobody’s id.',
  ),
  card: {
    isNamed: (_, name) => name.startsWith(keys.card('').split('}')[0] ?? ''),
    says: 'The state of an ask or a hand-over that was pressed in the last minute, sealed.',
  },
  queuePrefix: {
    isNamed: (_, name) => name.startsWith(`${keys.queuePrefix}:`),
    says: 'The queue’s own keys: slots, never people, each until it has run. Only their names are shown.',
  },
};

/** The kinds of keys in printing order. */
export const keyKinds = Object.keys(meanings) as readonly (keyof typeof keys)[];

/** Which kind of key this is; `undefined` for one that keys.ts did not make. */
export function kindOfKey(team: TeamId, name: string): keyof typeof keys | undefined {
  return keyKinds.find((kind) => meanings[kind].isNamed(team, name));
}

/** The sentence that says what a kind of key is. */
export function sayingOf(kind: keyof typeof keys): string {
  return meanings[kind].says;
}
