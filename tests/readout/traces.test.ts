import { afterEach, expect, it } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { type Company, type CompanyOptions, colleague, company, manager } from '../pulse/company.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { everythingIn } from './everything.ts';

describeWithRedis('a pulse that has closed', () => {
  const redis = withRedis();
  let here: Company;
  const opened = async (options: Omit<CompanyOptions, 'store'> = {}) => {
    here = await company({ store: redis.store, ...options });
    await here.open();
    return here;
  };
  afterEach(() => here.world.close());
  const answer = async (choices: readonly number[]) => {
    for (const [person, option] of choices.entries()) await here.tap(colleague(person), option);
  };
  /** Closes, and returns what was said in the channel then. */
  const closed = async () => {
    const before = here.posts().length;
    await here.close();
    return here.textsSince(before);
  };

  it('leaves no key of the pulse in Redis, no key file, and no user id but the manager’s', async () => {
    const { people, keyFiles } = await opened();
    await answer([0, 1, 2, 3, 4, 4, 4, 0]);
    await closed();
    expect(await redis.redis.client.exists(keys.pulse(team), keys.tokens(team), keys.tally(team))).toBe(0);
    expect(await keyFiles()).toEqual([]);
    const everything = await everythingIn(redis.redis.client);
    for (const user of people) expect(everything).not.toContain(user);
    expect(everything.split('\n').filter((line) => line.includes(manager))).toEqual([
      expect.stringMatching(/^hands:\{TWORK\.CTEAM\}:team /),
    ]);
    expect(everything).not.toMatch(/[0-9a-f]{128}/);
  });

  it('had left no user id while it was open either; the scan finds what is there', async () => {
    const { people } = await opened();
    await answer([0, 1, 2, 3, 4]);
    const everything = await everythingIn(redis.redis.client);
    for (const user of people) expect(everything).not.toContain(user);
    expect(everything).toMatch(/[0-9a-f]{128}/);
    await redis.redis.client.hset('somewhere', 'deep', colleague(3));
    expect(await everythingIn(redis.redis.client)).toContain(colleague(3));
  });

  it('has lost its buttons', async () => {
    const { world, posts } = await opened();
    const pulse = world.standIn.workspace.messages.get(team.channel)?.at(-1);
    expect(JSON.stringify(pulse?.blocks)).toContain('answer-pulse.0');
    await closed();
    expect(pulse?.text).toMatch(/This pulse is closed/);
    expect(JSON.stringify(pulse?.blocks)).not.toContain('answer-pulse');
    expect(posts().at(-1)?.arguments.channel).toBe(team.channel);
  });

  it('has lost them too where only a tap could tell which message it was', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    await here.world.advanceTo(slot.instant - 1, [team]);
    here.world.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    await here.open();
    const pulse = here.world.standIn.workspace.messages.get(team.channel)?.at(-1);
    const id = (await here.world.app.rooms.pulses.current(team))?.record.id;
    const press = {
      user: colleague(0),
      channel: team.channel,
      actionId: 'answer-pulse.0',
      value: `${id}.0.5`,
    };
    await here.world.press({ ...press, messageTs: pulse?.ts ?? '' });
    await closed();
    expect(pulse?.text).toMatch(/This pulse is closed/);
  });

  it('has sent nothing that Slack would refuse, from enrolling to the readout', async () => {
    const { world } = await opened({ size: 20 });
    await answer([0, 1, 2, 3, 4, 4, 4, 4, 1, 1, 1]);
    await closed();
    expect(problemsOfEverythingSent(world.standIn)).toEqual([]);
    expect(world.standIn.calls.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });
});
