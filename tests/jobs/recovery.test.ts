import { Worker } from 'bullmq';
import { expect, test } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { firstPrompt, openOffice } from '../listeners/office.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { withQueue } from './queue-room.ts';

/** So soon (ms) a slot counts as left behind, in these tests. */
const SOON = 300;

describeWithRedis('a slot whose worker dies', () => {
  const room = withQueue();
  const prompt = room.slot('prompt', firstPrompt);
  const isPrompt = (text: string) => text.includes('Try this week');

  const dying: Worker[] = [];

  /** Takes the slot off the queue and dies with it: no answer, and no sign of life any more. */
  async function dieWithIt(): Promise<void> {
    const connection = room.redis().duplicate();
    const options = { connection, prefix: keys.queuePrefix, lockDuration: SOON, stalledInterval: SOON };
    await new Promise<void>((taken) => {
      const hold = () => {
        taken();
        return new Promise<void>(() => undefined);
      };
      const worker = new Worker('slots', hold, { ...options, maxStalledCount: 1_000 });
      worker.on('error', () => undefined);
      dying.push(worker);
    });
    await dying.pop()?.close(true);
    connection.disconnect();
  }

  test('is taken over and posted once, however many have died with it', async () => {
    const office = room.office();
    await office.app.stop();
    // The office looks every half minute, and lets nobody look in between.
    await room.redis().del(`${keys.queuePrefix}:slots:stalled-check`);
    const second = await openOffice({ store: room.store(), log: room.log, ports: { recoveredAfter: SOON } });
    await room.queue().pause();
    second.clock.jumpTo(firstPrompt);
    await second.app.beat();
    await second.app.stop();
    await room.queue().resume();
    for (let death = 0; death < 4; death += 1) await dieWithIt();
    expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'planned' });
    const third = await openOffice({ store: room.store(), log: room.log, ports: { recoveredAfter: SOON } });
    third.clock.jumpTo(firstPrompt);
    await expect.poll(() => third.texts().filter(isPrompt).length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => room.record('prompt', firstPrompt)).toMatchObject({ state: 'sent' });
    await expect.poll(() => room.job(prompt)).toEqual({});
  });

  test('is unknown and not repeated, where it died while sending', async () => {
    const office = room.office();
    await room
      .redis()
      .hset(keys.slots(prompt.team), `${firstPrompt}-prompt`, '{"state":"sending","since":1}');
    await office.until(firstPrompt);
    expect(office.texts().filter(isPrompt)).toEqual([]);
    expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'unknown' });
    expect(await office.say('status')).toContain('probably posted');
  });
});
