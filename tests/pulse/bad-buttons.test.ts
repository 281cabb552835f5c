import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeAction } from '../../src/pulse/answer-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';
import { type Button, buttonIn, mate, type Seen, type TeamWorld, teamWorld } from './team-world.ts';

const says = {
  malformed: 'This button does not fit the pulse. Nothing was counted.',
  notYours: 'This button belongs to another answer. Nothing was changed.',
  outdated: 'Your answer was changed since this button was shown. The latest change stands.',
  closed: 'This pulse is closed. Nothing was counted.',
} as const;

describeWithRedis('a button that is not as the app made it', () => {
  const redis = withRedis();
  let there: TeamWorld;
  let acknowledged: Seen;
  beforeEach(async () => {
    there = await teamWorld({ store: redis.store });
    await there.open();
    acknowledged = await there.tap(mate(0), 3);
    await there.tap(mate(1), 1);
  });
  afterEach(() => there.world.close());

  /** Everything an answer could change. */
  const stored = async () => ({
    tokens: await redis.redis.client.hgetall(keys.tokens(team)),
    tally: await redis.redis.client.getBuffer(keys.tally(team)),
  });
  /** The private message with the options, opened from an acknowledgement. */
  const optionsOf = (user: string, seen: Seen) => there.press(user, buttonIn(seen, changeAction));
  const withdrawal = (options: Seen): Button => buttonIn(options, 'answer-pulse.x.en');

  async function changesNothing(user: string, button: Button, sentence: string) {
    const before = await stored();
    expect((await there.press(user, button)).text).toBe(sentence);
    expect(await stored()).toEqual(before);
  }

  it('works as it was made: the control of all below', async () => {
    const before = await stored();
    const options = await optionsOf(mate(0), acknowledged);
    expect((await there.press(mate(0), withdrawal(options))).text).toContain('Changed in the locked total.');
    expect(await stored()).not.toEqual(before);
  });

  it('tampered with, anywhere in its seal, changes nothing and says so', async () => {
    const { actionId, value } = withdrawal(await optionsOf(mate(0), acknowledged));
    const start = value.lastIndexOf('.') + 1;
    for (let at = start; at < value.length - 1; at += 5) {
      const other = value[at] === 'A' ? 'B' : 'A';
      const tampered = `${value.slice(0, at)}${other}${value.slice(at + 1)}`;
      await changesNothing(mate(0), { actionId, value: tampered }, says.notYours);
    }
  });

  it('replayed after a change changes nothing and says that the latest change stands', async () => {
    const options = await optionsOf(mate(0), acknowledged);
    await there.press(mate(0), options.buttons[0] ?? withdrawal(options));
    await changesNothing(mate(0), withdrawal(options), says.outdated);
    await changesNothing(mate(0), options.buttons[0] ?? withdrawal(options), says.outdated);
  });

  it('pressed by another person changes neither answer and says that it belongs to another', async () => {
    const options = await optionsOf(mate(0), acknowledged);
    await changesNothing(mate(1), withdrawal(options), says.notYours);
    await changesNothing(mate(2), withdrawal(options), says.notYours);
  });

  it.each([1, 10, 40, 80])('cut short by %i characters changes nothing and says so', async (cut) => {
    const { actionId, value } = withdrawal(await optionsOf(mate(0), acknowledged));
    await changesNothing(mate(0), { actionId, value: value.slice(0, -cut) }, says.malformed);
  });

  it('without its seal is no withdrawal', async () => {
    const { actionId, value } = withdrawal(await optionsOf(mate(0), acknowledged));
    const bare = value.slice(0, value.lastIndexOf('.'));
    await changesNothing(mate(0), { actionId, value: bare }, says.malformed);
  });

  it('that says *Change my answer*, cut short or made longer, opens nothing', async () => {
    const { actionId, value } = buttonIn(acknowledged, changeAction);
    await changesNothing(mate(0), { actionId, value: value.slice(0, -1) }, says.malformed);
    await changesNothing(mate(0), { actionId, value: `${value}A` }, says.malformed);
  });

  it('with an option the question does not have changes nothing', async () => {
    const { actionId, value } = there.option(0);
    await changesNothing(mate(2), { actionId, value: value.replace(/\.0\.(\d)$/, '.7.$1') }, says.malformed);
    await changesNothing(mate(2), { actionId, value: value.replace(/\.0\.\d$/, '.0.9') }, says.malformed);
  });

  it('of another channel’s pulse changes nothing', async () => {
    const { actionId, value } = there.option(0);
    await changesNothing(mate(2), { actionId, value: value.replace('CTEAM', 'COTHER') }, says.malformed);
  });

  describe('from an earlier pulse', () => {
    let old: Seen;
    beforeEach(async () => {
      old = await optionsOf(mate(0), acknowledged);
      await there.close();
      await there.open();
    });

    it('is answered that its pulse is closed', async () => {
      await changesNothing(mate(0), withdrawal(old), says.closed);
      await changesNothing(mate(0), buttonIn(acknowledged, changeAction), says.closed);
    });

    it('does not open with the key of this one, whatever pulse it names', async () => {
      const current = await there.tap(mate(0), 2);
      const { actionId, value } = withdrawal(await optionsOf(mate(0), current));
      const seal = withdrawal(old).value.split('.').at(-1) ?? '';
      const swapped = `${value.slice(0, value.lastIndexOf('.'))}.${seal}`;
      await changesNothing(mate(0), { actionId, value: swapped }, says.notYours);
    });
  });

  it.each(['', '.', 'x', '1.2.3', '"; DROP', 'T-C-1.0.5.', 'A'.repeat(2_000)])(
    'whose value is %j is answered in a sentence',
    async (value) => {
      await changesNothing(mate(2), { actionId: 'answer-pulse.0.en', value }, says.malformed);
      await changesNothing(mate(2), { actionId: changeAction, value }, says.malformed);
    },
  );
});
