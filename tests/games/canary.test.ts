import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECOND } from '../../src/duration.ts';
import { line } from '../../src/slack/block-kit.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type AttackedRedis, QUEUE_DATABASE, startAttackedRedis } from './support/attacked-redis.ts';
import { troubles } from './support/canary-failures.ts';
import { type CanaryPulse, openCanaryPulse } from './support/canary-pulse.ts';
import { OPTIONS } from './support/pair-of-worlds.ts';
import { team } from './support/pulse-week.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';
import { hits } from './support/sinks.ts';

const PATIENCE = 120 * SECOND;

/**
 * CANARY: the ids of those who answer, the options and the change blobs are words that occur nowhere else. Whatever goes
 * wrong while people answer, no place that anybody can read holds one.
 */
describeWithRedis('unique words in what people do', () => {
  const mark = createHash('sha256').update(seedOf('CANARY')).digest('hex').slice(0, 10).toUpperCase();
  const sufferers = troubles.map((_, at) => `UCANARY${mark}X${at}`);
  const lucky = [1, 2, 3, 4].map((at) => `UCANARY${mark}Y${at}`);
  const people = [...sufferers, ...lucky];
  const options = Array.from({ length: OPTIONS }, (_, at) => `Option ${mark} ${at}`);
  let redis: AttackedRedis;
  let pulse: CanaryPulse;
  beforeAll(async () => {
    redis = await startAttackedRedis();
    await redis.client.config('SET', 'rdbcompression', 'no');
    pulse = await openCanaryPulse(redis, { people, options });
  });
  afterAll(async () => {
    pulse?.release();
    await pulse?.close();
    await redis?.stop();
  });

  it(
    `end up in no sink under ${troubles.length} kinds of failure, where a deliberate leak is found in each`,
    async () => {
      const { record } = pulse.week;
      await answerInTrouble();
      const open = await pulse.sinks();
      await closeInTrouble();
      const closed = await pulse.sinks();
      const values = options.map((_, choice) => `${record.id}.${choice}.${OPTIONS}`);
      const canaries = [...people, ...options, ...pulse.seals, ...values];
      const found = [...hits(open, canaries), ...hits(closed, canaries)];

      // Of small letters, or it would not pass for a code of Slack's, which is one way to leak it.
      const leak = `leak${mark.replace(/\d/g, (digit) => 'GHIJKLMNOP'[Number(digit)] ?? '')}`.toLowerCase();
      await leakEverywhere(leak);
      const leaking = await pulse.sinks();
      const leaks = hits(leaking, [leak]);
      recordGame({
        game: 'CANARY',
        attacker: `${found.length} hits in ${closed.size} sinks under ${troubles.length} kinds of failure`,
        control: `a deliberate leak: found in ${leaks.length} of ${leaking.size} sinks`,
      });
      expect(found).toEqual([]);
      expect(leaks).toEqual([...leaking.keys()].map((sink) => `${sink}: ${leak}`));
      expect(pulse.seals.size).toBeGreaterThanOrEqual(troubles.length);
      expect(closed.get('Slack')).toContain('of those who answered');
    },
    PATIENCE,
  );

  /** Each trouble hits one person's tap, and all of them say so; the last leaves a tap hanging. */
  async function answerInTrouble(): Promise<void> {
    for (const user of lucky) await pulse.week.tap(user, 1);
    for (const [at, trouble] of troubles.entries()) {
      const user = sufferers[at] ?? '';
      if (trouble.isLast) return pulse.hang(trouble, user);
      const told = await pulse.suffer(trouble, user, at % OPTIONS);
      expect(told, trouble.name).toMatch(/not counted|could not tell|went wrong/);
    }
  }

  /** Slack first takes no readout, and cuts the line when the buttons are taken off. */
  async function closeInTrouble(): Promise<void> {
    pulse.week.world.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
    pulse.week.world.standIn.failNext('chat.update', { kind: 'cut' });
    await pulse.week.close();
  }

  /** The control: a word in every place where none may be. */
  async function leakEverywhere(leak: string): Promise<void> {
    pulse.log.warn(leak);
    pulse.print(leak);
    pulse.errors.push(Object.assign(new Error('hidden deep'), { command: { args: [{ leak }] } }));
    await redis.client.set('hands:{leak}:note', leak);
    await redis.client.call('SELECT', QUEUE_DATABASE);
    await redis.client.set('leak', leak);
    await redis.client.call('SELECT', 0);
    const { app, standIn } = pulse.week.world;
    await app.rooms.gateway.post(team.channel, line(leak));
    standIn.failNext('users.info', { kind: 'error', code: leak });
    await app.rooms.gateway.person('USOMEONE').catch(() => undefined);
  }
});
