import { expect, test } from 'vitest';
import { SECOND } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { firstPrompt } from '../listeners/office.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { withQueue } from './queue-room.ts';

describeWithRedis('a workspace whose posts Slack limits', () => {
  const room = withQueue();
  const small = { workspace: 'TWORK', channel: 'CSMALL' };
  const prompts = [room.slot('prompt', firstPrompt), room.slot('prompt', firstPrompt, small)] as const;
  const posts = () =>
    room.office().standIn.calls.filter(({ method }) => method === 'chat.postMessage').length;

  /** Two teams whose prompts are due at once, of which the first meets the limit. */
  async function limited(): Promise<void> {
    const office = room.office();
    await office.enrolled('CSMALL');
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    office.clock.jumpTo(firstPrompt);
    await office.app.beat();
    for (const prompt of prompts) await expect.poll(() => room.isWaiting(prompt)).toBe(true);
  }

  test('waits as long as Slack says, with all its teams and after a single call', async () => {
    await room.office().enrolled('CSMALL');
    const before = posts();
    await limited();
    expect(posts() - before).toBe(1);
    const delays = (await room.queue().getDelayed()).map(({ delay }) => delay);
    expect(delays).toHaveLength(2);
    for (const delay of delays) {
      expect(delay).toBeGreaterThan(28 * SECOND);
      expect(delay).toBeLessThanOrEqual(30 * SECOND);
    }
    const codes = room.lines().map(([, fields]) => fields?.code);
    expect(codes.filter((code) => code === 'ratelimited' || code === 'held-back').sort()).toEqual([
      'held-back',
      'ratelimited',
    ]);
  });

  test('goes on with all of them when the time is over, each once', async () => {
    await limited();
    await room.redis().del(keys.heldBack('TWORK'));
    for (const prompt of prompts) await room.runNow(prompt);
    for (const channel of ['CTEAM', 'CSMALL']) {
      const posted = room
        .office()
        .texts(channel)
        .filter((text) => text.includes('Try this week'));
      expect(posted).toHaveLength(1);
    }
  });

  test('is not asked again before the time is over, whoever tries', async () => {
    await limited();
    const before = posts();
    for (const prompt of prompts) await room.runNow(prompt);
    expect(posts()).toBe(before);
    for (const prompt of prompts) expect(await room.isWaiting(prompt)).toBe(true);
  });

  test('still answers people: what they wait for goes another way', async () => {
    await limited();
    expect(await room.office().say('status')).toContain('*Next prompt:*');
    expect(await room.office().say('pause')).toContain('Paused');
  });
});
