import { Redis } from 'ioredis';
import type { World } from '../../../playground/world/world.ts';
import type { Log, LogFields } from '../../../src/ports.ts';
import { everythingIn } from '../../redis/failures.ts';
import { type AttackedRedis, QUEUE_DATABASE } from './attacked-redis.ts';
import type { Tape } from './tape.ts';

/** Text by the place it ended up in. */
export type Sinks = ReadonlyMap<string, string>;

/** Everywhere a word can end up in Redis, as it is now: both databases, the command stream, the files, the slow log. */
export async function redisSinks(redis: AttackedRedis, tape: Tape): Promise<Sinks> {
  const slow = JSON.stringify(await redis.client.call('SLOWLOG', 'GET', '-1'));
  const commands = (await tape.read()).map((command) => JSON.stringify(command)).join('\n');
  const files = await redis.copyDisk();
  const file = (end: string) =>
    files
      .filter(({ name }) => name.endsWith(end))
      .map(({ bytes }) => bytes.toString('latin1'))
      .join('\n');
  return new Map([
    ['keys and values', await everythingStored(redis, 0)],
    ['keys and values of the queue', await everythingStored(redis, QUEUE_DATABASE)],
    ['MONITOR', commands],
    ['slow log', slow],
    ['append-only file', file('.aof')],
    ['dump.rdb', file('.rdb')],
  ]);
}

async function everythingStored({ socketPath }: AttackedRedis, db: number): Promise<string> {
  const client = new Redis({ path: socketPath, db });
  const names = await client.keys('*');
  const values = await Promise.all(names.map((name) => client.dumpBuffer(name)));
  client.disconnect();
  return names.map((name, at) => `${name} ${values[at]?.toString('latin1')}`).join('\n');
}

/**
 * What went to Slack for others to see. Left out: private answers, which go over response URLs; `users.info`, which
 * asks about each member before anybody can answer; and messages with every option in them, which name none.
 */
export function slackSink({ standIn }: World, options: readonly string[]): string {
  const texts = standIn.calls
    .filter(({ method }) => method !== 'users.info')
    .map((call) => JSON.stringify(call))
    .filter((text) => !options.every((option) => text.includes(option)));
  const shown = standIn.responses
    .filter(({ kind }) => kind === 'in-channel')
    .map((one) => JSON.stringify(one));
  return [...texts, ...shown].join('\n');
}

/** What the ops port tells whoever asks. */
export async function opsSink({ app }: World): Promise<string> {
  const pages = ['/metrics', '/readyz', '/healthz', '/'].map(async (path) => {
    const answer = await fetch(`http://127.0.0.1:${app.opsPort()}${path}`);
    return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
  });
  return (await Promise.all(pages)).join('\n');
}

/** A log that also keeps what it is given, before any list of allowed fields. */
export function watchedLog(log: Log, given: string[]): Log {
  const watch = (level: keyof Log) => (message: string, fields?: LogFields) => {
    given.push(everythingIn([message, fields]));
    log[level](message, fields);
  };
  return { info: watch('info'), warn: watch('warn'), error: watch('error') };
}

/** Adds what is in one set of sinks to another. */
export function joined(left: Sinks, right: Sinks): Sinks {
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return new Map(names.map((name) => [name, `${left.get(name) ?? ''}\n${right.get(name) ?? ''}`]));
}

/** `sink: canary` for each canary in each sink. */
export function hits(sinks: Sinks, canaries: readonly string[]): readonly string[] {
  return [...sinks].flatMap(([sink, text]) =>
    canaries.filter((canary) => text.includes(canary)).map((canary) => `${sink}: ${canary}`),
  );
}
