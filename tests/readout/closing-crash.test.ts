import { afterEach, expect, it } from 'vitest';
import { messagesIn } from '../../playground/stand-in/workspace.ts';
import { MINUTE } from '../../src/duration.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createPulseClosing } from '../../src/pulse/pulse-closing.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import { createReadoutService } from '../../src/readout/readout-service.ts';
import { createReadoutStore } from '../../src/readout/readout-store.ts';
import { readoutMessage } from '../../src/readout/readout-view.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { keys } from '../../src/redis/keys.ts';
import { type Company, colleague, company } from '../pulse/company.ts';
import { Crash, lifeUntil, never } from '../pulse/crashing.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { recordingLog } from '../redis/stores.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { expectedReadout } from './expected.ts';
import { wordingOf } from './samples.ts';

describeWithRedis('closing a pulse in a process that dies', () => {
  const redis = withRedis();
  let here: Company;
  afterEach(() => here.world.close());

  /** The service of a process that dies at a step. */
  function serviceOf(life: ReturnType<typeof lifeUntil>, { client }: Store = redis.store) {
    const { teams, calendar, gateway } = here.world.app.rooms;
    return createReadoutService({
      store: life.through(createReadoutStore({ client })),
      closing: createPulseClosing({
        store: life.through(createPulseStore({ client })),
        custody: life.through(createKeyFolder({ folder: here.world.keyDir })),
        clock: here.world.clock,
      }),
      teams: life.through(teams),
      calendar: life.through(calendar),
      gateway: life.through(gateway),
      clock: here.world.clock,
      wordingOf,
    });
  }

  async function answered(choices: readonly number[]) {
    here = await company({ store: redis.store });
    await here.open();
    for (const [person, option] of choices.entries()) await here.tap(colleague(person), option);
    const slot = await here.nextSlot('closing');
    here.world.clock.jumpTo(slot.instant);
    return slot;
  }

  const said = (pattern: RegExp) => here.textsSince(0).filter((text) => pattern.test(text));
  const readouts = async (): Promise<unknown[]> =>
    JSON.parse((await redis.redis.client.hget(keys.readouts(team), 'question:work-fits-hours')) ?? '[]');
  const pulseKeys = () => redis.redis.client.exists(keys.pulse(team), keys.tokens(team), keys.tally(team));
  const six = [0, 1, 3, 4, 4, 4];
  const steps = Array.from({ length: 45 }, (_, step) => step);

  it.each(steps)('publishes once and leaves no key, dying at step %i', async (step) => {
    const slot = await answered(six);
    const { record } = await here.openPulse();
    const expected = expectedReadout({ pulseKey: await here.pulseKey(), record, choices: six });
    const first = await serviceOf(lifeUntil(step))
      .close(slot)
      .catch((error: unknown) => error);
    expect(first instanceof Crash || first === 'sent').toBe(true);
    here.world.clock.jumpTo(slot.instant + MINUTE); // By then nobody is sending any more.
    const result = await serviceOf(lifeUntil(never)).close(slot);
    expect(['sent', 'unknown', 'already-done']).toContain(result);
    expect(await readouts()).toEqual([expected]);
    const { text } = readoutMessage(wordingOf(record.question), [expected], 'en');
    expect([[], [text]]).toContainEqual(said(/^What the pulse says/));
    expect(result === 'unknown' || said(/^What the pulse says/).length === 1).toBe(true);
    expect(messagesIn(here.world.standIn.workspace, 'DMANAGER').length).toBeLessThanOrEqual(1);
    expect(await here.keyFiles()).toEqual([]);
    expect(await pulseKeys()).toBe(0);
  });

  it.each(steps)('deletes too few answers unread and says so once, dying at step %i', async (step) => {
    const slot = await answered([4, 4, 4, 4]);
    await serviceOf(lifeUntil(step))
      .close(slot)
      .catch(() => undefined);
    here.world.clock.jumpTo(slot.instant + MINUTE); // By then nobody is sending any more.
    const result = await serviceOf(lifeUntil(never)).close(slot);
    expect(await readouts()).toEqual([]);
    expect(said(/^Not enough answers/).length).toBeLessThanOrEqual(1);
    expect(result === 'unknown' || said(/^Not enough answers/).length === 1).toBe(true);
    expect(await here.keyFiles()).toEqual([]);
    expect(await pulseKeys()).toBe(0);
  });

  it('dies within those steps, and in the last of them has come to its end', async () => {
    const slot = await answered(six);
    await expect(serviceOf(lifeUntil(10)).close(slot)).rejects.toThrow(Crash);
    const life = lifeUntil(steps.length - 1);
    await serviceOf(life).close(slot);
    expect(life.isOver()).toBe(false);
  });

  it('destroys the key before it says anything', async () => {
    const slot = await answered(six);
    await expect(serviceOf(lifeUntil({ after: 'destroy' })).close(slot)).rejects.toThrow(Crash);
    expect(await here.keyFiles()).toEqual([]);
    expect(await pulseKeys()).toBe(0);
    expect(said(/^What the pulse says/)).toEqual([]);
  });

  it('keeps the key until the outcome is written: dying before, nothing is lost', async () => {
    const slot = await answered(six);
    await expect(serviceOf(lifeUntil({ after: 'lock' })).close(slot)).rejects.toThrow(Crash);
    expect(await here.keyFiles()).toHaveLength(1);
    expect(await here.tap(colleague(7), 0)).toMatch(/This pulse is closed/);
    expect(await serviceOf(lifeUntil(never)).close(slot)).toBe('sent');
  });
});

describeWithRedis('closing a pulse in two processes at once', () => {
  const redis = withRedis();

  it('gives one readout and one message, whoever is first at which step', async () => {
    const other = await openStore({ url: redis.redis.url, dataDir: '/nowhere', log: recordingLog() });
    for (let round = 0; round < 10; round += 1) {
      await redis.redis.client.flushall();
      const one = await company({ store: redis.store });
      await one.open();
      for (let person = 0; person < 6; person += 1) await one.tap(colleague(person), person % 5);
      const slot = await one.nextSlot('closing');
      one.world.clock.jumpTo(slot.instant);
      const { teams, calendar, gateway } = one.world.app.rooms;
      const second = createReadoutService({
        store: createReadoutStore({ client: other.client }),
        closing: createPulseClosing({
          store: createPulseStore({ client: other.client }),
          custody: createKeyFolder({ folder: one.world.keyDir }),
          clock: one.world.clock,
        }),
        ...{ teams, calendar, gateway, clock: one.world.clock, wordingOf },
      });
      const results = await Promise.all([one.world.app.rooms.readouts.close(slot), second.close(slot)]);
      expect(results.filter((result) => result === 'sent')).toHaveLength(1);
      expect(one.textsSince(0).filter((text) => text.startsWith('What the pulse says'))).toHaveLength(1);
      const stored = await redis.redis.client.hget(keys.readouts(team), 'question:work-fits-hours');
      expect(JSON.parse(stored ?? '[]')).toHaveLength(1);
      expect(await one.keyFiles()).toEqual([]);
      await one.world.close();
    }
    await other.close();
  });
});
