import { expect, it } from 'vitest';
import { describeWithRedis } from '../support/private-redis.ts';
import { colleague, company } from './company.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';

const electorate = 8;

describeWithRedis('what goes out to Slack between opening and closing', () => {
  const redis = withRedis();
  /** Everything that left for Slack's Web API before the closing, while so many answered and some more tried. */
  async function callsWith(votes: number, option: number) {
    await redis.redis.client.flushall();
    const here = await company({ store: redis.store, size: electorate });
    await here.open();
    for (let person = 0; person < votes; person += 1) {
      await here.tap(colleague(person), option);
      await here.tap(colleague(person), 0);
    }
    const closing = await here.nextSlot('closing');
    await here.world.advanceTo(closing.instant - 1, [team]);
    const calls = here.world.standIn.calls.map(({ outcome: _, token: __, ...call }) => call);
    const channel = here.world.standIn.workspace.messages.get(team.channel);
    const answers = here.world.standIn.responses.length;
    await here.close();
    const after = here.world.standIn.calls.slice(calls.length);
    await here.world.close();
    return { calls: JSON.stringify(calls), channel: JSON.stringify(channel), answers, after: after.length };
  }

  it('is the same byte for byte, whether nobody, some or all answer, and whatever', async () => {
    const silent = await callsWith(0, 0);
    for (let votes = 1; votes <= electorate; votes += 1) {
      const some = await callsWith(votes, votes % 5);
      expect(some.calls).toBe(silent.calls);
      expect(some.answers).toBe(2 * votes);
    }
  });

  it('is followed by the closing, which the recording does see: the test is not blind', async () => {
    const { after, calls } = await callsWith(electorate, 4);
    expect(after).toBeGreaterThanOrEqual(2);
    expect(calls).toContain('Anonymous pulse');
    expect(calls).not.toContain('What the pulse says');
  });

  it('leaves the message in the channel as it was, with everyone’s answer in', async () => {
    const one = await callsWith(1, 2);
    const all = await callsWith(electorate, 3);
    expect(all.channel).toBe(one.channel);
    expect(all.channel).toContain('Anonymous pulse');
  });
});
