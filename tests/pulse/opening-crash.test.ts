import { afterEach, expect, it } from 'vitest';
import { leave } from '../../playground/stand-in/workspace.ts';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { MINUTE } from '../../src/duration.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createPulseService } from '../../src/pulse/pulse-service.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import { keys } from '../../src/redis/keys.ts';
import type { Gateway } from '../../src/slack/gateway.ts';
import { questions, wordingOf } from '../readout/samples.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type Company, colleague, company } from './company.ts';
import { Crash, lifeUntil, never } from './crashing.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';

describeWithRedis('opening a pulse in a process that dies', () => {
  const redis = withRedis();
  let here: Company;
  afterEach(() => here.world.close());

  /** The service of a process that dies at a step, with its own chance: nothing is the same in the next life. */
  function serviceOf(life: ReturnType<typeof lifeUntil>, seed: string, slack?: Gateway) {
    const { world } = here;
    const { teams, calendar, gateway } = world.app.rooms;
    return createPulseService({
      store: life.through(createPulseStore({ client: redis.store.client })),
      custody: life.through(createKeyFolder({ folder: world.keyDir })),
      teams: life.through(teams),
      calendar: life.through(calendar),
      gateway: life.through(slack ?? gateway),
      questionsIn: () => questions,
      clock: world.clock,
      random: createSeededRandom(seed),
    });
  }

  const pulsePosts = () => here.textsSince(0).filter((text) => text.startsWith('Anonymous pulse'));

  /** How many calls opening makes through its ports, twice: before and after each. */
  const steps = Array.from({ length: 30 }, (_, step) => step);

  it.each(steps)('never posts it twice or loses its key, dying at step %i', async (step) => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    here.world.clock.jumpTo(slot.instant);
    const life = lifeUntil(step);
    const first = await serviceOf(life, 'first')
      .open(slot)
      .catch((error: unknown) => error);
    expect(first instanceof Crash || first === 'sent').toBe(true);
    here.world.clock.jumpTo(slot.instant + MINUTE); // By then nobody is sending any more.
    const result = await serviceOf(lifeUntil(never), 'second').open(slot);
    expect(['sent', 'unknown', 'already-done']).toContain(result);
    expect(pulsePosts().length).toBeLessThanOrEqual(1);
    expect(result === 'unknown' || pulsePosts().length === 1).toBe(true);
    expect(await here.keyFiles()).toEqual([`TWORK-CTEAM-${slot.instant}.key`]);
    expect(await here.tap(colleague(1), 2)).toMatch(/^Added to the locked total/);
    expect((await here.nextSlot('closing')).instant).toBe(slot.instant + 48 * 3_600_000);
    expect((await here.nextSlot('opening')).instant).toBe(slot.instant + 7 * 86_400_000);
    expect(await createPulseStore({ client: redis.store.client }).lastPulse(team)).toMatchObject({
      count: 1,
    });
  });

  it('dies at least once within those steps, and in the last of them has come to its end', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    await expect(serviceOf(lifeUntil(20), 'first').open(slot)).rejects.toThrow(Crash);
    const life = lifeUntil(steps.length - 1);
    await serviceOf(life, 'second').open(slot);
    expect(life.isOver()).toBe(false);
  });

  it('leaves one pulse, one key and one post when two processes open it at the same moment', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    const results = await Promise.all(
      ['one', 'two', 'three'].map((seed) => serviceOf(lifeUntil(never), seed).open(slot)),
    );
    expect(results.filter((result) => result === 'sent')).toHaveLength(1);
    expect(pulsePosts()).toHaveLength(1);
    expect(await here.keyFiles()).toHaveLength(1);
    expect(await here.tap(colleague(1), 2)).toMatch(/^Added to the locked total/);
  });

  /** The service of a process that is overtaken by what `act` does while it reads the roster. */
  function overtakenBy(act: () => Promise<unknown>) {
    const { gateway } = here.world.app.rooms;
    const people = async (channel: string) => {
      const found = await gateway.people(channel);
      await act();
      return found;
    };
    return serviceOf(lifeUntil(never), 'slow', { ...gateway, people });
  }

  it('asks what the stored pulse asks, where a process that then died had opened it meanwhile', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    const last = { openedAt: 0, electorate: 8, count: 1 };
    await redis.redis.client.set(keys.lastPulse(team), JSON.stringify(last));
    const dying = serviceOf(lifeUntil({ after: 'open' }), 'first');
    const slow = overtakenBy(() => dying.open(slot).catch(() => undefined));
    expect(await slow.open(slot)).toBe('sent');
    const { record } = (await here.world.app.rooms.pulses.current(team)) ?? {};
    expect(pulsePosts()).toEqual([expect.stringContaining(wordingOf(record?.question ?? '').question.text)]);
    expect(await here.tap(colleague(1), 2)).toMatch(/^Added to the locked total/);
  });

  it('gives way to another pulse that was opened meanwhile, and leaves no key of its own', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    const other = { ...slot, instant: slot.instant + 3_600_000 };
    const slow = overtakenBy(() => serviceOf(lifeUntil(never), 'first').open(other));
    expect(await slow.open(slot)).toBe('another-is-open');
    expect(pulsePosts()).toHaveLength(1);
    expect(await here.keyFiles()).toEqual([`TWORK-CTEAM-${other.instant}.key`]);
    expect((await here.nextSlot('closing')).instant).toBe(other.instant + 48 * 3_600_000);
  });

  it('takes the message of the pulse that is stored, where another process has read another roster', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    await expect(serviceOf(lifeUntil({ after: 'open' }), 'first').open(slot)).rejects.toThrow(Crash);
    leave(here.world.standIn.workspace, team.channel, colleague(0));
    expect(await serviceOf(lifeUntil(never), 'second').open(slot)).toBe('sent');
    expect((await here.world.app.rooms.pulses.current(team))?.record.electorate).toBe(8);
  });

  it('does not open a pulse again whose post was under way when it died, once that pulse has closed', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    const died = here.world.app.rooms.calendar.sendOnce(slot, () =>
      Promise.reject(new Crash('while posting')),
    );
    await expect(died).rejects.toThrow(Crash);
    expect(await serviceOf(lifeUntil(never), 'late').open(slot)).toBe('unknown');
    expect(await here.keyFiles()).toEqual([]);
    expect(pulsePosts()).toEqual([]);
  });

  it('discards what it could not post, even if it dies before it has', async () => {
    here = await company({ store: redis.store });
    const slot = await here.nextSlot('opening');
    here.world.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    const life = lifeUntil({ after: 'sendOnce' });
    await expect(serviceOf(life, 'first').open(slot)).rejects.toThrow(Crash);
    expect(await here.keyFiles()).toHaveLength(1);
    await serviceOf(lifeUntil(never), 'last').open(slot);
    expect(await here.world.app.rooms.pulses.current(team)).toBeUndefined();
    expect(await here.keyFiles()).toEqual([]);
  });
});
