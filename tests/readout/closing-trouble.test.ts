import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../playground/world/world.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { sampleRecord, team } from '../pulse/samples.ts';
import { pulseKeys, withRedis } from '../pulse/store-world.ts';
import { boss, defaultsOf, mate, type TeamWorld, teamWorld } from '../pulse/team-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';

describeWithRedis('a pulse in trouble', () => {
  const redis = withRedis();
  let there: TeamWorld;
  const begin = async (fields: Parameters<typeof teamWorld>[0] = { store: redis.store }) => {
    there = await teamWorld(fields);
    return there.open();
  };
  afterEach(() => there.world.close());
  const everybody = async (choice: number) => {
    for (const person of there.people) await there.tap(person, choice);
  };
  const said = (start: string) => there.said().filter(({ text }) => text.startsWith(start)).length;
  const results = () => said('What the pulse says');
  const channelPosts = (world: TeamWorld['world']) =>
    world.standIn.calls.filter(
      ({ method, arguments: sent }) =>
        method === 'chat.postMessage' && String(sent.text).startsWith('What the pulse says'),
    );

  describe('that two processes close at once', () => {
    it.each([1, 2, 3])('is published once, and its channel told once (attempt %i)', async () => {
      await begin();
      await everybody(4);
      const { world } = there;
      const { workspace } = world.standIn;
      const second = await createWorld({
        workspace: {
          users: [...workspace.users.values()],
          channels: [{ id: team.channel, members: [boss] }],
        },
        store: redis.store,
        config: { keyDir: world.keyDir },
      });
      const slot = {
        team,
        kind: 'closing',
        instant: (await world.app.rooms.calendar.next(team)).closing ?? 0,
      } as const;
      world.clock.jumpTo(slot.instant);
      second.clock.jumpTo(slot.instant);
      const outcomes = await Promise.all(
        [world, second, world, second].map(({ app }) => app.rooms.readouts.close(slot)),
      );
      expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
      expect([...channelPosts(world), ...channelPosts(second)]).toHaveLength(1);
      const question = sampleRecord().question;
      const stored = JSON.parse(
        (await redis.redis.client.hget(keys.readouts(team), `question:${question}`)) ?? '[]',
      );
      expect(stored).toHaveLength(1);
      expect(await redis.redis.client.exists(...pulseKeys)).toBe(0);
      expect(await readdir(world.keyDir)).toEqual([]);
      await second.close();
    });
  });

  describe('with the clock going back an hour', () => {
    let opensAt: number;
    beforeEach(async () => {
      opensAt = await begin();
    });
    const beatUntil = async (from: number, to: number) => {
      for (let now = from; now <= to; now += 10 * MINUTE) {
        there.world.clock.jumpTo(now);
        await there.world.beat();
      }
    };

    it('between two beats, no prompt is posted again', async () => {
      const prompts = () => there.said().filter(({ text }) => text.includes('Try this week')).length;
      await there.world.advanceTo(opensAt + 5 * DAY, [team]);
      const before = prompts();
      expect(before).toBe(2);
      const { prompt = 0 } = await there.world.app.rooms.calendar.next(team);
      await there.world.advanceTo(prompt, [team]);
      await beatUntil(prompt - HOUR, prompt + HOUR);
      expect(prompts()).toBe(before + 1);
    });

    it('and settings changed meanwhile, neither prompt nor pulse comes twice', async () => {
      there.world.clock.jumpTo(opensAt - HOUR);
      const settings = { ...defaultsOf(), skipDates: ['2026-12-24'] };
      const changed = await there.world.app.rooms.teams.changeSettings(
        { id: team, by: boss },
        settings,
        defaultsOf(),
      );
      expect(changed.kind).toBe('done');
      await beatUntil(opensAt - HOUR, opensAt + HOUR);
      expect(said('Anonymous pulse:')).toBe(1);
    });

    it('during a pulse, answers count, and it closes at its instant: not an hour later, and once', async () => {
      there.world.clock.jumpTo(opensAt - HOUR);
      expect((await there.tap(mate(0), 4)).text).toContain('Added to the locked total.');
      await everybody(4);
      const closesAt = opensAt + 48 * HOUR;
      await beatUntil(closesAt - HOUR, closesAt - MINUTE);
      expect(results()).toBe(0);
      await beatUntil(closesAt, closesAt);
      expect(results()).toBe(1);
      await beatUntil(closesAt - HOUR, closesAt + HOUR);
      expect(results()).toBe(1);
    });

    it('after the closing, the pulse stays closed and takes no answer', async () => {
      await everybody(4);
      await there.close();
      const { ts, ...button } = {
        ts: '1.1',
        actionId: 'answer-pulse.0',
        value: `TWORK-CTEAM-${opensAt}.0.5`,
      };
      await beatUntil(opensAt + 47 * HOUR, opensAt + 49 * HOUR);
      expect((await there.press(mate(0), button, ts)).text).toBe(
        'This pulse is closed. Nothing was counted.',
      );
      expect(said('Anonymous pulse:')).toBe(1);
      expect(await redis.redis.client.exists(...pulseKeys)).toBe(0);
    });

    it('no second pulse opens within five days', async () => {
      await beatUntil(opensAt - HOUR, opensAt + HOUR);
      const { opening = 0 } = await there.world.app.rooms.calendar.next(team);
      expect(opening - opensAt).toBeGreaterThanOrEqual(5 * DAY);
    });
  });

  it('that only managers would read is void for everybody: the channel is told why', async () => {
    await begin({ store: redis.store, settings: { audience: 'managers' } });
    await everybody(4);
    await redis.redis.client.del(keys.tally(team));
    await there.close();
    expect(there.lastSaid().text).toContain('could not be counted: what was stored had been changed');
  });

  it('that only managers read says no more than that it has closed, where all is well', async () => {
    await begin({ store: redis.store, settings: { audience: 'managers' } });
    await everybody(4);
    await there.close();
    expect(there.lastSaid().text).toBe('Pulse closed. Thank you.');
  });
});
