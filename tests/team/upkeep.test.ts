import { expect, it } from 'vitest';
import { MINUTE } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { createTeamService } from '../../src/team/team-service.ts';
import { createTeamStore } from '../../src/team/team-store.ts';
import { firstOpening, firstPrompt, type Office, openOffice, team } from '../listeners/office.ts';
import { Crash, lifeUntil, never } from '../pulse/crashing.ts';
import { withRedis } from '../pulse/store-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { settings } from './teams.ts';

const who = { id: team, by: 'UANN' };
const both = { prompt: firstPrompt, opening: firstOpening };

describeWithRedis('a team that is changed by a process that dies', () => {
  const redis = withRedis();
  let office: Office;

  /** The service of a process that dies at a step. */
  function serviceOf(life: ReturnType<typeof lifeUntil>) {
    const { calendar, gateway } = office.app.rooms;
    return createTeamService({
      store: life.through(createTeamStore({ client: redis.store.client })),
      calendar: life.through(calendar),
      gateway: life.through(gateway),
      clock: office.clock,
      custody: 'A',
      titleOf: (question) => question,
      locale: 'en',
      lastPulse: async () => undefined,
      beforeRemoval: async () => undefined,
    });
  }

  const next = () => office.app.rooms.calendar.next(team);
  const find = () => office.app.rooms.teams.find(team);
  const open = async () => {
    office = await openOffice({ store: redis.store });
  };
  async function enrolled(): Promise<void> {
    await open();
    await office.enrolled();
    await office.beat();
  }

  /** Dies at each step of some work in turn; after the heartbeat, the calendar is that of the team as it is then. */
  const steps = Array.from({ length: 16 }, (_, step) => step);

  async function die(step: number, work: (life: ReturnType<typeof serviceOf>) => Promise<unknown>) {
    const life = lifeUntil(step);
    const end = await work(serviceOf(life)).catch((error: unknown) => error);
    office.clock.jumpTo(office.clock.now() + MINUTE);
    await office.beat();
    return end instanceof Crash;
  }

  it.each(steps)('is planned once it is enrolled, dying at step %i', async (step) => {
    await open();
    await die(step, (teams) => teams.enrol(who, settings()));
    expect(await next()).toEqual((await find()) === undefined ? {} : both);
  });

  it.each(steps)('is not planned while it is paused, and is afterwards, dying at step %i', async (step) => {
    await enrolled();
    await die(step, (teams) => teams.pause(who, null));
    expect(await next()).toEqual((await find())?.pause === null ? both : {});
    await office.app.rooms.teams.pause(who, null);
    await die(step, (teams) => teams.resume(who));
    expect(await next()).toEqual((await find())?.pause === null ? both : {});
  });

  it.each(steps)('is suspended or not, and its calendar agrees, dying at step %i', async (step) => {
    await enrolled();
    await die(step, (teams) => teams.setSuspended(team, 'restricted_action'));
    expect(await next()).toEqual((await find())?.suspended === null ? both : {});
    await office.app.rooms.teams.setSuspended(team, 'restricted_action');
    await die(step, (teams) => teams.setSuspended(team, null));
    expect(await next()).toEqual((await find())?.suspended === null ? both : {});
  });

  it.each(steps)('tells its managers once, dying at step %i of looking after it', async (step) => {
    await enrolled();
    await office.app.rooms.teams.setSuspended(team, 'restricted_action');
    const isDead = await die(step, (teams) => teams.lookAfter(team));
    for (let minute = 0; minute < 3; minute += 1) await die(Number(never), (teams) => teams.lookAfter(team));
    const told = office.direct('UANN').filter((text) => text.includes('has stopped'));
    expect(told.length).toBeLessThanOrEqual(1);
    expect(isDead || told.length === 1).toBe(true);
  });

  it('dies within those steps, and in the last of them has come to its end', async () => {
    await enrolled();
    expect(await die(5, (teams) => teams.pause(who, null))).toBe(true);
    expect(await die(steps.length, (teams) => teams.pause(who, '2026-02-02'))).toBe(false);
  });

  it('would be found without a plan, had it left nothing behind', async () => {
    await enrolled();
    const life = lifeUntil({ after: 'replace' });
    await serviceOf(life)
      .pause(who, null)
      .catch(() => undefined);
    await redis.redis.client.zrem(keys.due(), 'TWORK.CTEAM.upkeep');
    office.clock.jumpTo(office.clock.now() + MINUTE);
    await office.beat();
    expect((await find())?.pause).toEqual({ until: null });
    expect(await next()).toEqual(both);
  });
});

it('an upkeep that finds all as it should be changes nothing and says nothing', async () => {
  const lines: unknown[] = [];
  const note = (...words: readonly unknown[]) => void lines.push(words);
  const office = await openOffice({ log: { info: note, warn: note, error: note } });
  await office.enrolled();
  const before = await office.app.rooms.calendar.next(team);
  lines.splice(0);
  await office.beat();
  expect(await office.app.rooms.calendar.next(team)).toEqual(before);
  expect(lines).toEqual([]);
  expect(office.posts()).toHaveLength(1);
});
