import { Queue } from 'bullmq';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queueName } from '../../jobs/queue.ts';
import type { LogFields } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import {
  firstClosing,
  firstOpening,
  firstPrompt,
  type Office,
  openOffice,
  others,
  team,
} from '../listeners/office.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';

describeWithRedis('the queue and its worker', () => {
  let redis: PrivateRedis;
  let store: Store;
  let office: Office;
  let lines: (readonly [string, LogFields | undefined])[] = [];
  const note = (message: string, fields?: LogFields) => void lines.push([message, fields]);
  const log = { info: note, warn: note, error: note };
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: redis.folder, log });
  });
  afterAll(async () => {
    await store.close();
    await redis.stop();
  });
  beforeEach(async () => {
    await redis.client.flushall();
    office = await openOffice({ store, log });
    await office.enrolled();
    lines = [];
  });

  const jobKey = (kind: string, instant: number) =>
    `${keys.queuePrefix}:${queueName}:TWORK-CTEAM-${kind}-${instant}`;
  const record = (kind: 'prompt' | 'opening', instant: number) =>
    office.app.rooms.calendar.record({ team, kind, instant });

  /** Everything BullMQ keeps, names and contents. */
  async function queued(): Promise<string> {
    return (await office.stored())
      .split('\n')
      .filter((line) => line.startsWith(keys.queuePrefix))
      .join('\n');
  }

  /** One beat whose job is put off: waits until BullMQ has written for how long, and gives that in ms. */
  async function delayAfterBeat(kind: string, instant: number): Promise<number> {
    office.clock.jumpTo(instant);
    await office.app.beat();
    const delay = () => redis.client.hget(jobKey(kind, instant), 'delay').then(Number);
    await expect.poll(delay).toBeGreaterThan(0);
    return delay();
  }

  test('a slot on the queue is posted, and its record says so', async () => {
    await office.until(firstPrompt);
    expect(office.last()).toContain('Try this week');
    expect(await record('prompt', firstPrompt)).toMatchObject({ state: 'sent' });
    expect(lines).toEqual([['A slot has run', { kind: 'prompt', outcome: 'sent' }]]);
  });

  test('two instances on one Redis that beat at once post once', async () => {
    const other = await openOffice({ store, log });
    office.clock.jumpTo(firstPrompt);
    other.clock.jumpTo(firstPrompt);
    await Promise.all([office.app.beat(), other.app.beat()]);
    const posted = () =>
      [...office.texts(), ...other.texts()].filter((text) => text.includes('Try this week'));
    await expect.poll(posted).toHaveLength(1);
    await expect.poll(() => lines.filter(([text]) => text === 'A slot has run').length).toBe(1);
    expect(posted()).toHaveLength(1);
  });

  test('a slot put twice runs once', async () => {
    await office.until(firstPrompt);
    await office.app.rooms.calendar.forget(team);
    await store.client.zadd(keys.due(), firstPrompt, 'TWORK.CTEAM.prompt');
    await office.beat();
    expect(office.texts().filter((text) => text.includes('Try this week'))).toHaveLength(1);
  });

  test('too many requests are answered by waiting as long as Slack says', async () => {
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    expect(await delayAfterBeat('prompt', firstPrompt)).toBe(30_000);
    expect(lines).toContainEqual([
      'Slack did not take a message; it will be tried again',
      { kind: 'prompt', code: 'ratelimited' },
    ]);
    expect(await record('prompt', firstPrompt)).toEqual({ state: 'planned' });
  });

  test('other failures are tried again after two seconds, and what is kept of them is a code', async () => {
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'team_access_not_granted' });
    expect(await delayAfterBeat('prompt', firstPrompt)).toBe(2_000);
    const job = await redis.client.hgetall(jobKey('prompt', firstPrompt));
    expect(job.failedReason).toBe('team_access_not_granted');
    expect(JSON.parse(job.stacktrace ?? '[]')).toEqual([]);
  });

  test('a message that was put off is posted when its time comes, once', async () => {
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    await delayAfterBeat('prompt', firstPrompt);
    const queue = new Queue(queueName, { connection: redis.client, prefix: keys.queuePrefix });
    const [job] = await queue.getDelayed();
    await job?.promote();
    await expect.poll(() => office.last()).toContain('Try this week');
    expect(office.texts().filter((text) => text.includes('Try this week'))).toHaveLength(1);
    await queue.close();
  });

  test('a message whose outcome is unknown is never posted again', async () => {
    office.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    await office.until(firstPrompt);
    expect(await record('prompt', firstPrompt)).toEqual({ state: 'unknown' });
    expect(office.texts().filter((text) => text.includes('Try this week'))).toHaveLength(1);
  });

  test('a channel where nothing can be posted stops its team, and status says so', async () => {
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'not_in_channel' });
    await office.until(firstPrompt);
    expect(await record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'not_in_channel' });
    expect((await office.app.rooms.teams.find(team))?.suspended).toBe('not_in_channel');
    expect(await office.say('status')).toContain('*Stopped:*');
    expect(await office.app.rooms.calendar.next(team)).toEqual({});
  });

  test('a channel whose people cannot be read stops its team too, at once', async () => {
    await office.say('skip prompt');
    office.standIn.failNext('conversations.members', { kind: 'error', code: 'channel_not_found' });
    await office.until(firstOpening);
    expect((await office.app.rooms.teams.find(team))?.suspended).toBe('channel_not_found');
    expect(await queued()).not.toContain('"failedReason"');
  });

  test('a message that Slack refuses for itself does not stop the team', async () => {
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'invalid_blocks' });
    await office.until(firstPrompt);
    expect((await office.app.rooms.teams.find(team))?.suspended).toBeNull();
    expect(await record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'invalid_blocks' });
  });

  test('a store that holds nonsense is a code in the log and in the queue', async () => {
    await redis.client.set(keys.rotation(team), 'canary');
    await delayAfterBeat('prompt', firstPrompt);
    expect(lines).toContainEqual([
      'A slot failed and will be tried again',
      { kind: 'prompt', code: 'SyntaxError' },
    ]);
    expect(await queued()).not.toContain('canary');
    await redis.client.del(keys.rotation(team));
    const queue = new Queue(queueName, { connection: redis.client, prefix: keys.queuePrefix });
    await (await queue.getDelayed())[0]?.promote();
    await expect.poll(() => office.last()).toContain('Try this week');
    await queue.close();
  });

  test('nothing that the queue keeps names a person, through a whole pulse', async () => {
    await office.until(firstOpening);
    const messageTs = office.posts().at(-1)?.ts ?? '';
    const [button = { actionId: '', value: '' }] = office.options();
    for (const user of others) await office.press({ user, channel: 'CTEAM', messageTs, ...button });
    await office.until(firstClosing);
    const kept = await queued();
    expect(kept).toContain('TWORK-CTEAM-closing');
    for (const user of ['UANN', 'UGUEST', ...others]) expect(kept).not.toContain(user);
  });
});
