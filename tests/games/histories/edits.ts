import type { PulseRecord } from '../../../src/pulse/pulse-record.ts';
import { tokenOf } from '../../../src/pulse/tally.ts';
import { keys } from '../../../src/redis/keys.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';
import type { TeamId } from '../../../src/team-id.ts';

/** What somebody with the database can reach. The key only finds the entry of a person for the test. */
export type Target = { readonly client: RedisClient; readonly team: TeamId; readonly pulseKey: Buffer };
export type Edit = { readonly name: string; readonly act: (target: Target) => Promise<unknown> };

const LANES = [
  'count',
  'option 0',
  'option 1',
  'option 2',
  'option 3',
  'option 4',
  'mac 1',
  'mac 2',
] as const;
const DELTAS = [1, -1, 3, 1_000, 65_536, 2 ** 31, 2 ** 32 - 5] as const;
/** Added to the count, these leave it at less than five: see "takes answers away" in the test. */
const LOWERS_COUNT = new Set<number>([2 ** 32 - 5]);

export const addToLane = ({ client, team }: Target, lane: number, delta: number) =>
  client.call('BITFIELD', keys.tally(team), 'OVERFLOW', 'WRAP', 'INCRBY', 'u32', `#${lane}`, delta);

export const entryOf = async ({ client, team, pulseKey }: Target, user: string): Promise<string> =>
  (await client.hget(keys.tokens(team), tokenOf(pulseKey, user))) ?? '';

export const writeEntry = ({ client, team, pulseKey }: Target, user: string, entry: string) =>
  client.hset(keys.tokens(team), tokenOf(pulseKey, user), entry);

/** Another version, the same r. */
const withVersion = (entry: string, version: number): string =>
  `${version.toString(16).padStart(8, '0')}${entry.slice(8)}`;

const setVersion =
  (user: string, version: number): Edit['act'] =>
  async (target) =>
    writeEntry(target, user, withVersion(await entryOf(target, user), version));

const swap =
  (one: string, other: string): Edit['act'] =>
  async (target) => {
    const [first, second] = [await entryOf(target, one), await entryOf(target, other)];
    await writeEntry(target, one, second);
    await writeEntry(target, other, first);
  };

const laneEdits = LANES.flatMap((name, lane) =>
  DELTAS.filter((delta) => lane > 0 || !LOWERS_COUNT.has(delta)).map(
    (delta): Edit => ({ name: `${delta} to ${name}`, act: (target) => addToLane(target, lane, delta) }),
  ),
);

const moves = [1, 2, 3, 4, 5].flatMap((from) =>
  [1, 2, 3, 4, 5]
    .filter((to) => to !== from)
    .map(
      (to): Edit => ({
        name: `a vote from ${LANES[from]} to ${LANES[to]}`,
        act: async (target) => {
          await addToLane(target, from, -1);
          await addToLane(target, to, 1);
        },
      }),
    ),
);

const additions = [1, 2, 3, 4, 5].map(
  (option): Edit => ({
    name: `a vote of nobody for ${LANES[option]}, with its count`,
    act: async (target) => {
      await addToLane(target, 0, 1);
      await addToLane(target, option, 1);
    },
  }),
);

const someToken = 'f'.repeat(128);
const someR = '5'.repeat(32);

/** U0 has changed an answer (version 2), U1 to U5 have answered, U6 and U7 have not. */
const entryEdits: readonly Edit[] = [
  { name: 'the version of an answer raised', act: setVersion('U1', 2) },
  { name: 'the version of an answer raised far', act: setVersion('U1', 2 ** 31) },
  { name: 'the version of a changed answer lowered', act: setVersion('U0', 1) },
  { name: 'the version of an answer set to none', act: setVersion('U1', 0) },
  { name: 'the version of somebody silent raised', act: setVersion('U6', 1) },
  { name: 'somebody silent given an entry', act: (target) => writeEntry(target, 'U6', `00000001${someR}`) },
  { name: 'the r of an answer replaced', act: (target) => writeEntry(target, 'U1', `00000001${someR}`) },
  { name: 'the entries of two who answered swapped', act: swap('U1', 'U2') },
  { name: 'the entries of one who answered and one silent swapped', act: swap('U1', 'U6') },
  { name: 'the entries of a changed and a first answer swapped', act: swap('U0', 'U1') },
  { name: 'an entry garbled', act: (target) => writeEntry(target, 'U1', 'garbled') },
  {
    name: 'an entry cut short',
    act: async (target) => writeEntry(target, 'U1', (await entryOf(target, 'U1')).slice(1)),
  },
  { name: 'the entry of somebody silent garbled', act: (target) => writeEntry(target, 'U6', 'z'.repeat(40)) },
  {
    name: 'a token of somebody silent removed',
    act: ({ client, team, pulseKey }) => client.hdel(keys.tokens(team), tokenOf(pulseKey, 'U6')),
  },
  {
    name: 'a token of an answer removed',
    act: ({ client, team, pulseKey }) => client.hdel(keys.tokens(team), tokenOf(pulseKey, 'U1')),
  },
  {
    name: 'a silent token added',
    act: ({ client, team }) => client.hset(keys.tokens(team), someToken, '0'.repeat(40)),
  },
  {
    name: 'a token with an answer added',
    act: ({ client, team }) => client.hset(keys.tokens(team), someToken, `00000001${someR}`),
  },
  { name: 'all tokens deleted', act: ({ client, team }) => client.del(keys.tokens(team)) },
];

const tallyEdits: readonly Edit[] = [
  { name: 'the tally deleted', act: ({ client, team }) => client.del(keys.tally(team)) },
  { name: 'the tally cut short', act: ({ client, team }) => client.set(keys.tally(team), Buffer.alloc(28)) },
  { name: 'the tally made longer', act: ({ client, team }) => client.append(keys.tally(team), 'more') },
  {
    name: 'the tally set to zero',
    act: ({ client, team }) => client.set(keys.tally(team), Buffer.alloc(32)),
  },
];

/** Writes other fields into the record that was frozen at opening. */
const inRecord =
  (fields: Partial<PulseRecord>): Edit['act'] =>
  async ({ client, team }) => {
    const record = JSON.parse((await client.hget(keys.pulse(team), 'record')) ?? '{}');
    await client.hset(keys.pulse(team), 'record', JSON.stringify({ ...record, ...fields }));
  };

const recordEdits: readonly Edit[] = [
  { name: 'the threshold of the record lowered', act: inRecord({ threshold: 1 }) },
  { name: 'the threshold of the record raised', act: inRecord({ threshold: 8 }) },
  { name: 'other options counted as strained', act: inRecord({ strained: [0] }) },
  { name: 'another question named', act: inRecord({ question: 'handing-over' }) },
  { name: 'the electorate of the record raised', act: inRecord({ electorate: 30 }) },
  { name: 'the audience of the record changed', act: inRecord({ audience: 'managers' }) },
  { name: 'the opening of the record moved', act: inRecord({ opensAt: 1 }) },
  { name: 'the mark removed', act: ({ client, team }) => client.hdel(keys.pulse(team), 'mark') },
  {
    name: 'the mark replaced',
    act: ({ client, team }) => client.hset(keys.pulse(team), 'mark', 'f'.repeat(128)),
  },
  {
    name: 'the token of somebody silent put out of use by another',
    act: async ({ client, team, pulseKey }) => {
      await client.hdel(keys.tokens(team), tokenOf(pulseKey, 'U6'));
      await client.hset(keys.tokens(team), someToken, '0'.repeat(40));
    },
  },
];

/** Everything that somebody with the database alone would try on lanes, entries and the record. */
export const edits: readonly Edit[] = [
  ...laneEdits,
  ...moves,
  ...additions,
  ...entryEdits,
  ...tallyEdits,
  ...recordEdits,
];
