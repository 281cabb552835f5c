import { afterEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { confirmRemovalAction } from '../../src/team/removal-view.ts';
import type { Settings } from '../../src/team/team.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { boss, buttonIn, defaultsOf, mate, type TeamWorld, teamWorld } from '../pulse/team-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';

const who = { id: team, by: boss };

describeWithRedis('a team’s rules', () => {
  const redis = withRedis();
  let there: TeamWorld;
  afterEach(() => there.world.close());
  const begin = async (options: Partial<Parameters<typeof teamWorld>[0]> = {}) => {
    there = await teamWorld({ store: redis.store, ...options });
  };
  const rooms = () => there.world.app.rooms;
  const change = (fields: Partial<Settings>) =>
    rooms()
      .teams.find(team)
      .then((now) => {
        const settings = now?.settings ?? defaultsOf();
        return rooms().teams.changeSettings(who, { ...settings, ...fields }, settings);
      });
  const removeTeam = async () => {
    const question = await there.command(boss, 'remove');
    await there.press(boss, buttonIn(question, confirmRemovalAction));
    expect(await redis.redis.client.exists(...keysOfTeam(team))).toBe(0);
  };
  const threshold = async () => (await rooms().teams.find(team))?.settings.minimumAnswers;
  const everybody = async () => {
    for (const person of there.people) await there.tap(person, 4);
  };

  describe('the minimum of answers', () => {
    it('may be raised and never lowered, and whoever tries is told', async () => {
      await begin();
      expect((await change({ minimumAnswers: 8 })).kind).toBe('done');
      expect(await change({ minimumAnswers: 7 })).toEqual({ kind: 'threshold-lowered', threshold: 8 });
      expect(await threshold()).toBe(8);
    });

    it('survives removing the team and setting it up again', async () => {
      await begin();
      await change({ minimumAnswers: 8 });
      await removeTeam();
      await there.command(boss, 'setup mon 9:30');
      expect(await threshold()).toBe(8);
      expect((await there.command(mate(0), 'privacy')).text).toContain('at least 8 answers');
    });

    it('survives it as often as one tries', async () => {
      await begin();
      await change({ minimumAnswers: 6 });
      for (let round = 0; round < 3; round += 1) {
        await removeTeam();
        await there.command(boss, 'setup mon 9:30');
      }
      expect(await threshold()).toBe(6);
    });

    it('may be set higher on the way, and is then the higher one', async () => {
      await begin();
      await change({ minimumAnswers: 6 });
      await removeTeam();
      const enrolled = await rooms().teams.enrol(who, { ...defaultsOf(), minimumAnswers: 9 });
      expect(enrolled.kind).toBe('done');
      expect(await threshold()).toBe(9);
    });

    it('is remembered for 35 days, and then no more', async () => {
      await begin();
      await change({ minimumAnswers: 8 });
      await removeTeam();
      const left = await redis.redis.client.pttl(keys.threshold(team));
      expect(left).toBeGreaterThan(35 * DAY - 60_000);
      expect(left).toBeLessThanOrEqual(35 * DAY);
      await redis.redis.client.del(keys.threshold(team));
      await there.command(boss, 'setup mon 9:30');
      expect(await threshold()).toBe(5);
    });

    it('is frozen when a pulse opens: raising it meanwhile changes nothing for that pulse', async () => {
      await begin();
      await there.open();
      for (let at = 0; at < 5; at += 1) await there.tap(mate(at), 4);
      expect((await change({ minimumAnswers: 8 })).kind).toBe('done');
      expect((await rooms().pulses.current(team))?.record.threshold).toBe(5);
      await there.close();
      expect(there.lastSaid().text).toContain('What the pulse says');
    });

    it('applies to the next pulse, and is printed on it', async () => {
      await begin({ size: 9 });
      await there.open();
      await change({ minimumAnswers: 8 });
      await there.close();
      await there.open();
      expect(there.lastSaid().text).toContain('shown only when at least 8 people answer');
      for (let at = 0; at < 7; at += 1) await there.tap(mate(at), 4);
      await there.close();
      expect(there.lastSaid().text).toContain('Not enough answers to show anything safely (8 needed)');
    });
  });

  describe('the spacing of pulses', () => {
    const nextOpening = async () => (await rooms().calendar.next(team)).opening ?? 0;

    it('is a week where at least eight are asked', async () => {
      await begin({ size: 8 });
      const opened = await there.open();
      expect(await nextOpening()).toBe(opened + 7 * DAY);
    });

    it('is two weeks where the last pulse asked seven', async () => {
      await begin({ size: 7 });
      const opened = await there.open();
      expect(await nextOpening()).toBe(opened + 14 * DAY);
      expect((await there.command(boss, 'status')).text).toContain('every two weeks');
    });

    it('is never less than five days, whatever day the settings are changed to', async () => {
      await begin();
      const opened = await there.open();
      for (const day of ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const) {
        await change({ pulse: { day, time: '08:00' } });
        expect(await nextOpening()).toBeGreaterThanOrEqual(opened + 5 * DAY);
      }
    });

    it('survives removing the team and setting it up again', async () => {
      await begin();
      const opened = await there.open();
      await removeTeam();
      const enrolled = await rooms().teams.enrol(who, {
        ...defaultsOf(),
        pulse: { day: 'thu', time: '14:00' },
      });
      expect(enrolled.kind).toBe('done');
      expect(await nextOpening()).toBeGreaterThanOrEqual(opened + 5 * DAY);
    });

    it('would be a day, had the app forgotten: the test is not blind', async () => {
      await begin();
      const opened = await there.open();
      await removeTeam();
      await redis.redis.client.del(keys.lastPulse(team));
      await rooms().teams.enrol(who, { ...defaultsOf(), pulse: { day: 'thu', time: '14:00' } });
      expect(await nextOpening()).toBe(opened + DAY);
    });

    it('of two weeks survives it too', async () => {
      await begin({ size: 7 });
      const opened = await there.open();
      await removeTeam();
      await there.command(boss, 'setup mon 9:30');
      expect(await nextOpening()).toBe(opened + 14 * DAY);
    });

    it('is remembered for 35 days from the removal', async () => {
      await begin();
      await there.open();
      await removeTeam();
      const left = await redis.redis.client.pttl(keys.lastPulse(team));
      expect(left).toBeGreaterThan(35 * DAY - 60_000);
      expect(left).toBeLessThanOrEqual(35 * DAY);
    });
  });

  it('that is removed while a pulse is open leaves no key of it, and its buttons say that it is closed', async () => {
    await begin();
    await there.open();
    await everybody();
    const button = there.option(0);
    await removeTeam();
    expect((await there.press(mate(0), button)).text).toBe('This pulse is closed. Nothing was counted.');
  });
});
