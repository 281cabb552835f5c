import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createPulseClosing } from '../../src/pulse/pulse-closing.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import type { TeamId } from '../../src/team-id.ts';
import { buttonsOf } from '../listeners/office.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { chanceOf } from './support/chance.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, type Instance, openSite, type Site, teamAt } from './support/site.ts';
import { type Tap, tapped } from './support/slack-side.ts';

const rounds = sizeOf({ full: 20, short: 3 });
const people = Array.from({ length: 40 }, (_, at) => `UMATE${at}`);

describeWithRedis('Redis dies and comes back while people answer', () => {
  const chance = chanceOf('redis-restart');
  let site: Site;
  let instance: Instance;
  beforeAll(async () => {
    site = await openSite({ teams: rounds, people });
    instance = await site.start();
    await areUp(instance);
  });
  afterAll(() => site.close());

  /** Opens the pulse of a team; gives its closing and its buttons. */
  async function open(team: TeamId) {
    await site.enrol(team);
    const { opening: instant = 0 } = await site.rooms.calendar.next(team);
    await site.rooms.pulses.open({ team, kind: 'opening', instant });
    const { record } = (await site.rooms.pulses.current(team)) ?? {};
    if (record === undefined) throw new Error('there is no open pulse');
    const posted = site.standIn.workspace.messages.get(team.channel)?.at(-1);
    const buttons = buttonsOf(posted?.blocks ?? []).filter(({ value }) => value.includes(record.id));
    expect(buttons).toHaveLength(record.optionCount);
    return { record, buttons };
  }

  /** Taps until it is acknowledged, as a person would. Gives how often that took. */
  async function answer(tap: Tap): Promise<number> {
    for (let times = 1; times < 200; times += 1) {
      const said = await tapped(site, instance, tap);
      await eventually(() => said() !== '', 1_000).catch(() => undefined);
      if (/^Added|^You have already answered/.test(said())) return times;
      await sleep(50); // A person looks before they tap again.
    }
    throw new Error('never acknowledged');
  }

  /** What was counted, option by option. */
  async function counted(team: TeamId, closesAt: number): Promise<readonly number[]> {
    site.clock.jumpTo(closesAt);
    const closing = createPulseClosing({
      store: createPulseStore({ client: site.store.client }),
      custody: createKeyFolder({ folder: site.keyDir }),
      clock: site.clock,
    });
    const unlocked = await closing.unlock(team, closesAt, () => true);
    if (unlocked?.kind !== 'totals') throw new Error(`not counted: ${unlocked?.kind}`);
    return unlocked.totals;
  }

  /** The test's own connection has found Redis again. */
  const isBack = () =>
    eventually(() =>
      site.store.client.ping().then(
        () => true,
        () => false,
      ),
    );

  it(
    'every acknowledged answer is in the tally, and one that was not may be given again',
    async () => {
      let again = 0;
      for (let round = 0; round < rounds; round += 1) {
        const team = teamAt(round);
        const { record, buttons } = await open(team);
        const choices = people.map(() => chance.below(buttons.length));
        const outage = sleep(chance.below(250)).then(() => site.redis.restart());
        const taps = choices.map(async (choice, at) => {
          await sleep(chance.below(300)); // Not all at once.
          const { actionId = '', value = '' } = buttons[choice] ?? {};
          return answer({ user: people[at] ?? '', channel: team.channel, actionId, value });
        });
        const times = await Promise.all(taps);
        await outage;
        await isBack();
        again += times.filter((count) => count > 1).length;
        const wanted = buttons.map((_, option) => choices.filter((choice) => choice === option).length);
        expect(await counted(team, record.closesAt)).toEqual(wanted);
      }
      report({
        fault: 'Redis restarted (AOF) during voting',
        rounds: `${rounds} restarts, ${rounds * people.length} answers`,
        outcome: `every acknowledged answer counted, once; ${again} given again`,
      });
    },
    PATIENCE,
  );
});
