import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keys } from '../../../src/redis/keys.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';
import type { TeamId } from '../../../src/team-id.ts';
import { type AttackedRedis, QUEUE_DATABASE } from './attacked-redis.ts';
import { canonicalFile } from './canonical-files.ts';
import type { Tape, TapedCommand } from './tape.ts';

/** Everything an attacker could hold at one moment, as canonical text by its source. */
export type View = ReadonlyMap<string, string>;

/**
 * What of Redis an attacker could hold: the command stream, the files on disk, the slow log, the data, and the order
 * in which it comes. Left out, because none of it has to do with people:
 *
 * - clients' addresses and names, and the wall clock's instants and durations in MONITOR and the slow log;
 * - the slow log's running numbers, which Redis does not reset;
 * - commands that name none of our keys (connecting, settings): kept, but as a set, for connections race;
 * - the queue's database: BullMQ polls by the wall clock, with instants and identifiers of its own. That no word of it
 *   comes from an answer is CANARY's to show.
 */
export async function viewOfRedis(redis: AttackedRedis, tape: Tape, team: TeamId): Promise<View> {
  const commands = await tape.read();
  const slow = await redis.client.call('SLOWLOG', 'GET', '-1');
  const disk = (await redis.copyDisk()).map(canonicalFile);
  const data = await dataOf(redis.client, team);
  await tape.clear();
  await redis.client.slowlog('RESET');
  return new Map([...viewOfCommands(commands), ...viewOfSlowLog(slow), ...disk, ...data]);
}

function viewOfCommands(commands: readonly TapedCommand[]): readonly [string, string][] {
  const ours = commands.filter(({ words }) => words.some(isOurs));
  const isRest = ({ database, words }: TapedCommand) =>
    database !== String(QUEUE_DATABASE) && !words.some(isOurs);
  return [
    ['MONITOR', ours.map((command) => JSON.stringify(command)).join('\n')],
    ['MONITOR, without keys', asSet(commands.filter(isRest).map(({ words }) => words.join(' ')))],
  ];
}

/** A command in the slow log: [number, instant, duration, words, address, name]. */
function viewOfSlowLog(reply: unknown): readonly [string, string][] {
  const entries = Array.isArray(reply) ? reply.map((entry: unknown) => wordsOfSlow(entry)).reverse() : [];
  const ours = entries.filter((words) => words.some(isOurs));
  return [['slow log', ours.map((words) => JSON.stringify(words)).join('\n')]];
}

function wordsOfSlow(entry: unknown): readonly string[] {
  const words: unknown = Array.isArray(entry) ? entry[3] : [];
  return Array.isArray(words) ? words.map(String) : [];
}

async function dataOf(client: RedisClient, team: TeamId): Promise<readonly [string, string][]> {
  const [, scanned] = await client.scan('0', 'COUNT', 1_000);
  const listed = await client.keys('*');
  const tokens = await client.hgetall(keys.tokens(team));
  const tally = await client.getBuffer(keys.tally(team));
  const readouts = await client.hgetall(keys.readouts(team));
  return [
    ['SCAN order', scanned.join('\n')],
    ['KEYS order', listed.join('\n')],
    ['HGETALL order of tokens', Object.entries(tokens).flat().join('\n')],
    ['tally', tally?.toString('hex') ?? ''],
    ['readouts', JSON.stringify(readouts)],
  ];
}

/** Names and sizes in the key folder: what someone sees who may look but not read. */
export async function viewOfFolder(folder: string): Promise<View> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const sizes = await Promise.all(
    names.map(async (name) => `${name} ${(await stat(join(folder, name))).size}`),
  );
  return new Map([['key folder', sizes.join('\n')]]);
}

/** The sources in which two views differ, each with the place where they part. */
export function differences(one: View, other: View): readonly string[] {
  const sources = [...new Set([...one.keys(), ...other.keys()])];
  return sources.flatMap((source) => {
    const [left = '(missing)', right = '(missing)'] = [one.get(source), other.get(source)];
    return left === right ? [] : [`${source}: ${parting(left, right)}`];
  });
}

function parting(left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const shown = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `${shown(left)} against ${shown(right)}`;
}

const isOurs = (word: string): boolean => word.startsWith('hands:{');

const asSet = (lines: readonly string[]): string => [...new Set(lines)].sort().join('\n');
