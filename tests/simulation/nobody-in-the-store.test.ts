import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { takeSnapshot } from '../../playground/simulation/store-dump.ts';
import { until } from '../../playground/until.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { simulateOn } from './running.ts';

/** A busy month of a team in which many ask, help, give and take. */
const month = { people: 14, weeks: 5, seed: 1 };

/** An id in the ways in which it may have been written down. */
const writtenAs = (id: string): readonly string[] => [
  id,
  Buffer.from(id).toString('hex'),
  // Without the first and last characters, which depend on what stands around it.
  ...[0, 1, 2].map((shift) => {
    const whole = Buffer.from(`${'\0'.repeat(shift)}${id}`).toString('base64');
    return whole.slice(shift === 0 ? 0 : 4, -4);
  }),
];
const foundIn = (everything: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => writtenAs(id).some((written) => everything.includes(written)));

describeWithRedis('what a busy month of asks and hand-overs leaves in Redis', () => {
  let redis: PrivateRedis;
  let monitor: Redis;
  let simulation: Simulation;
  let people: readonly string[];
  /** Every command that Redis was ever given, with all arguments. */
  let commands = '';

  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
    monitor = await redis.client.monitor();
    monitor.on('monitor', (_time: string, args: readonly string[]) => {
      commands += `${args.join(' ')}\n`;
    });
    simulation = await simulateOn(redis, month);
    const { practice } = simulation;
    const receivers = practice.flatMap((deed) => (deed.kind === 'hand-over' ? [deed.words.receiver.id] : []));
    people = [...new Set([...practice.map(({ person }) => person.id), ...receivers])];
  });
  afterAll(async () => {
    monitor.disconnect();
    await redis.stop();
  });

  /** All that is there now, and the file in which Redis keeps what it was told to write. */
  const kept = async () => {
    const snapshot = await takeSnapshot({ client: redis.client, keyDir: redis.folder, at: 0 });
    const folder = join(redis.folder, 'appendonlydir');
    const files = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
    );
    return `${JSON.stringify(snapshot)}\n${files.join('\n')}`;
  };
  /** Waits until the monitor has heard everything so far. */
  const heard = async () => {
    const mark = `mark-${commands.length}`;
    await redis.client.echo(mark);
    await until('the monitor', () => commands.includes(mark));
    return commands;
  };

  it('many took part: askers, helpers, givers and receivers', () => {
    expect(new Set(simulation.practice.map(({ kind }) => kind))).toEqual(
      new Set(['ask', 'help', 'thank', 'drop', 'hand-over', 'take', 'talk', 'decline']),
    );
    expect(people.length).toBeGreaterThan(9);
    expect(people).not.toContain(simulation.cast.manager.id);
  });

  it('is no id of anybody who asked, helped, gave or took', async () => {
    expect(foundIn(await kept(), people)).toEqual([]);
  });

  it('was no such id either in any command that Redis got, while cards were pressed', async () => {
    const all = await heard();
    expect(all).toContain('hands:{card.');
    expect(foundIn(all, people)).toEqual([]);
  });

  it('is nothing of what they wrote', async () => {
    const words = simulation.practice.flatMap((deed) => {
      if (deed.kind === 'ask') return [deed.words.what];
      return deed.kind === 'hand-over' ? [deed.words.outcome, deed.words.context].filter(Boolean) : [];
    });
    const everything = `${await kept()}${await heard()}`;
    expect(words.filter((text) => everything.includes(text))).toEqual([]);
  });

  it.each([
    ['as it is', 0, (id: string) => id],
    ['in JSON', 1, (id: string) => JSON.stringify({ asker: id })],
    ['in hex', 2, (id: string) => Buffer.from(`x${id}`).toString('hex')],
    [
      'in base64, wherever it begins',
      3,
      (id: string) => Buffer.from(`{"asker":"${id}"}`).toString('base64url'),
    ],
  ])('would be found, had one been planted %s', async (_, at, write) => {
    const someone = people[at] ?? '';
    expect(foundIn(`${await kept()}${await heard()}`, [someone])).toEqual([]);
    await redis.client.hset('planted', 'week', write(someone));
    expect(foundIn(await kept(), [someone])).toEqual([someone]);
    expect(foundIn(await heard(), [someone])).toEqual([someone]);
  });
});
