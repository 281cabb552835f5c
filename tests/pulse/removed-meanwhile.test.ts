import { afterEach, expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createPulseClosing } from '../../src/pulse/pulse-closing.ts';
import { createPulseService } from '../../src/pulse/pulse-service.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import { createReadoutService } from '../../src/readout/readout-service.ts';
import { createReadoutStore } from '../../src/readout/readout-store.ts';
import { keys } from '../../src/redis/keys.ts';
import { questions, wordingOf } from '../readout/samples.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type Company, colleague, company, manager } from './company.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';

describeWithRedis('a team that is removed', () => {
  const redis = withRedis();
  let here: Company;
  afterEach(() => here.world.close());

  /**
   * Calls through these ports; before the call of that number the team is removed. Posting itself is no step: a
   * message that is on its way cannot be called back.
   */
  function removedBefore(step: number) {
    let calls = 0;
    return {
      calls: () => calls,
      through: <Port extends object>(port: Port): Port =>
        new Proxy(port, {
          get(target, name) {
            const member: unknown = Reflect.get(target, name);
            if (typeof member !== 'function' || name === 'post') return member;
            return async (...given: readonly unknown[]) => {
              calls += 1;
              if (calls === step) await here.world.app.rooms.teams.remove({ id: team, by: manager });
              return Reflect.apply(member, target, given);
            };
          },
        }),
    };
  }
  type Removal = ReturnType<typeof removedBefore>;

  function portsOf({ through }: Removal) {
    const { teams, calendar, gateway } = here.world.app.rooms;
    return {
      pulseStore: through(createPulseStore({ client: redis.store.client })),
      custody: through(createKeyFolder({ folder: here.world.keyDir })),
      teams: through(teams),
      calendar: through(calendar),
      gateway: through(gateway),
      clock: here.world.clock,
    };
  }

  async function open(removal: Removal) {
    const { pulseStore: store, ...ports } = portsOf(removal);
    const slot = await here.nextSlot('opening');
    here.world.clock.jumpTo(slot.instant);
    const random = createSeededRandom('removed meanwhile');
    return createPulseService({ ...ports, store, questionsIn: () => questions, random }).open(slot);
  }

  async function close(removal: Removal) {
    const { pulseStore, custody, ...ports } = portsOf(removal);
    const slot = await here.nextSlot('closing');
    here.world.clock.jumpTo(slot.instant);
    const closing = createPulseClosing({ store: pulseStore, custody, clock: here.world.clock });
    const store = removal.through(createReadoutStore({ client: redis.store.client }));
    return createReadoutService({ ...ports, store, closing, wordingOf }).close(slot);
  }

  async function answered() {
    await here.open();
    for (let person = 0; person < 6; person += 1) await here.tap(colleague(person), 4);
  }

  /** Everything of the team that is left, but for what removing leaves on purpose. */
  async function left() {
    const remembered = [keys.lastPulse(team), keys.threshold(team)];
    const names = await redis.redis.client.keys('hands:*');
    return [...names.filter((name) => !remembered.includes(name)), ...(await here.keyFiles())];
  }

  const textsAfterRemoval = () => {
    const texts = here.textsSince(0);
    return texts.slice(texts.findIndex((text) => text.includes('removed')) + 1);
  };
  const steps = Array.from({ length: 12 }, (_, at) => at + 1);

  it.each(steps)('before step %i of an opening leaves nothing, and no pulse appears', async (step) => {
    here = await company({ store: redis.store });
    const removal = removedBefore(step);
    await open(removal);
    expect(removal.calls()).toBeGreaterThanOrEqual(step);
    expect(await left()).toEqual([]);
    expect(textsAfterRemoval()).toEqual([]);
  });

  it.each(steps)('before step %i of a closing leaves nothing, and nothing is said', async (step) => {
    here = await company({ store: redis.store });
    await answered();
    const removal = removedBefore(step);
    await close(removal);
    expect(removal.calls()).toBeGreaterThanOrEqual(step);
    expect(await left()).toEqual([]);
    expect(textsAfterRemoval()).toEqual([]);
  });

  it('leaves plenty of both while it is there: the search is not blind', async () => {
    here = await company({ store: redis.store });
    expect(await open(removedBefore(Number.POSITIVE_INFINITY))).toBe('sent');
    expect((await left()).length).toBeGreaterThan(5);
    expect(await close(removedBefore(Number.POSITIVE_INFINITY))).toBe('sent');
    expect(textsAfterRemoval().length).toBeGreaterThan(1);
  });
});
