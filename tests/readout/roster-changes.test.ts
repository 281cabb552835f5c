import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { boss, defaultsOf, mate, type TeamWorld, teamWorld } from '../pulse/team-world.ts';
import { memberJoined, memberLeft } from '../support/payloads.ts';
import { describeWithRedis } from '../support/private-redis.ts';

const SAME = 'That is about the same as last time.';
const FIRST = 'This question was asked for the first time.';

describeWithRedis('joins, leaves and changes of managers', () => {
  const redis = withRedis();
  let there: TeamWorld;
  afterEach(() => there.world.close());

  const begin = async () => {
    there = await teamWorld({ store: redis.store, size: 14 });
  };
  /** One pulse in which so many people give the same calm answer; returns what the channel reads. */
  async function pulse(people = 14): Promise<string> {
    await there.open();
    for (let at = 0; at < people; at += 1) await there.tap(mate(at), 0);
    await there.close();
    return there.lastSaid().text;
  }
  async function happens(event: object) {
    await there.world.receiver.send(event);
    await there.world.receiver.settled();
  }
  const joins = (user: string) => happens(memberJoined({ channel: team.channel, user }));
  const leaves = (user: string) => happens(memberLeft({ channel: team.channel, user }));
  const setManagers = async (managers: readonly string[]) => {
    const now = (await there.world.app.rooms.teams.find(team))?.settings ?? defaultsOf();
    const { kind } = await there.world.app.rooms.teams.changeSettings(
      { id: team, by: boss },
      { ...now, managers },
      now,
    );
    expect(kind).toBe('done');
  };
  /** So many changes of every kind, in turn. */
  const changes = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      if (at % 2 === 0) await joins(`UNEW${at}`);
      else await leaves(`UOLD${at}`);
    }
  };

  it.each([1, 2, 3, 4])('drop the direction of the next readout where there are %i', async (count) => {
    await begin();
    expect(await pulse()).toContain(FIRST);
    await changes(count);
    const text = await pulse();
    expect(text).toContain('What the pulse says');
    expect(text).not.toContain(SAME);
  });

  it.each([0, 5, 6, 9])('leave it where there are %i', async (count) => {
    await begin();
    await pulse();
    await changes(count);
    expect(await pulse()).toContain(SAME);
  });

  it('drop nothing else: the level, participation and the next step are said as ever', async () => {
    await begin();
    await pulse();
    await joins('UNEW');
    const text = await pulse();
    expect(text).toMatch(/What the pulse says: \S+/);
    expect(text).toContain('A next step: ');
  });

  it('drop it in the summary as well', async () => {
    await begin();
    await pulse();
    expect(await pulse()).toContain(SAME);
    expect((await there.command(boss, 'summary')).text).toContain(SAME);
    await pulse();
    await joins('UNEW');
    await pulse();
    expect((await there.command(boss, 'summary')).text).not.toContain(SAME);
  });

  describe('count', () => {
    const counted = async () => Number(await redis.redis.client.get(keys.rosterChanges(team)));

    it('someone who joins, who leaves, and each person who becomes or is no longer a manager', async () => {
      await begin();
      await joins('UNEW');
      expect(await counted()).toBe(1);
      await leaves(mate(0));
      expect(await counted()).toBe(2);
      await setManagers([boss, mate(1)]);
      expect(await counted()).toBe(3);
      await setManagers([boss, mate(2)]);
      expect(await counted()).toBe(5);
    });

    it('without a name: the count is all there is', async () => {
      await begin();
      await joins('UNEWNAME');
      const stored = await redis.redis.client.keys('*');
      for (const key of stored.filter((name) => name.includes(team.channel)))
        if ((await redis.redis.client.type(key)) === 'string')
          expect(await redis.redis.client.get(key)).not.toContain('UNEWNAME');
      expect(await redis.redis.client.get(keys.rosterChanges(team))).toBe('1');
    });

    it('not the bot itself, and nobody in a channel without a team', async () => {
      await begin();
      await joins('UBOT');
      await happens(memberJoined({ channel: 'CNOTEAM', user: 'UNEW' }));
      expect(await counted()).toBe(0);
    });
  });

  it('drop it once: the readout after the next has a direction again', async () => {
    await begin();
    await pulse();
    await changes(3);
    expect(await pulse()).not.toContain(SAME);
    expect(await pulse()).toContain(FIRST); // The third pulse asks another question.
    expect(await pulse()).toContain(SAME);
  });

  it('add up while too few answer: what counts is the last readout of the question', async () => {
    await begin();
    await pulse();
    await changes(3);
    expect(await pulse(3)).toContain('Not enough answers');
    await changes(3);
    expect(await pulse()).toContain(FIRST); // Another question.
    const text = await pulse();
    expect(text).toContain(SAME); // Six changes since the first readout.
  });

  it('while a pulse is open count for the next: its electorate is the first that they change', async () => {
    await begin();
    await pulse();
    await there.open();
    await joins('UNEW');
    for (let at = 0; at < 14; at += 1) await there.tap(mate(at), 0);
    await there.close();
    expect(there.lastSaid().text).toContain(SAME);
    await pulse(); // Another question.
    expect(await pulse()).not.toContain(SAME);
  });

  it('of which Slack tells nothing drop it as well, where the electorate has another size', async () => {
    await begin();
    await pulse();
    const account = there.world.standIn.workspace.users.get(mate(13));
    if (account !== undefined) account.deleted = true;
    expect(await pulse(13)).not.toContain(SAME);
    expect(await redis.redis.client.get(keys.rosterChanges(team))).toBe('1');
    expect(await pulse(13)).toContain(FIRST); // Another question.
    expect(await pulse(13)).toContain(SAME);
  });

  it('of a change of managers alone drop it too', async () => {
    await begin();
    await pulse();
    await setManagers([boss, mate(13)]);
    const text = await pulse(12);
    expect(text).toContain('What the pulse says');
    expect(text).not.toContain(SAME);
  });
});
