import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type SocketMode, startSocketMode } from '../../playground/stand-in/socket-mode.ts';
import { buttonsOf } from '../listeners/office.ts';
import { eventually } from '../support/eventually.ts';
import { methodsCalledByTheApp } from '../support/manifest-code.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report } from './support/form.ts';
import { areUp, type Instance, mates, openSite, type Site, teamAt } from './support/site.ts';
import { tapped } from './support/slack-side.ts';
import { failureFor, type Stage, type Trouble, troublesOf, type Use } from './support/slack-use.ts';
import { usesAtStart } from './support/uses-at-start.ts';
import { usesByAskers } from './support/uses-by-askers.ts';
import { usesByCalendar } from './support/uses-by-calendar.ts';
import { usesByPeople } from './support/uses-by-people.ts';

const groups = {
  'while people wait': [...usesByPeople, ...usesByAskers],
  'while the calendar runs': usesByCalendar,
  'while a process starts': usesAtStart,
};

describe('the table of what Slack can fail at', () => {
  test('has every method that the app calls: a new one needs a line in tests/faults/support/uses-*.ts', () => {
    const played = Object.values(groups).flatMap((uses) => uses.map(({ method }) => method));
    expect(methodsCalledByTheApp().filter((method) => !played.includes(method))).toEqual([]);
  });
});

describeWithRedis.each(Object.entries(groups))('Slack fails %s', (when, uses) => {
  let site: Site;
  let instance: Instance;
  let socketMode: SocketMode;
  const cases = uses.flatMap((use) => troublesOf(use).map((trouble) => ({ use, trouble })));

  beforeAll(async () => {
    socketMode = await startSocketMode();
    site = await openSite({ teams: cases.length + 1, people: mates, socketUrl: socketMode.url });
    instance = await site.start();
    await areUp(instance);
  });
  afterAll(async () => {
    await site.close();
    await socketMode.stop();
  });

  it(
    'gives everyone what the table says, and takes answers meanwhile',
    async () => {
      const [vote, voting] = await openVoting();
      for (const [number, { use, trouble }] of cases.entries()) {
        const user = mates[troublesOf(use).indexOf(trouble)] ?? '';
        const team = teamAt(number);
        const stage = {
          site,
          instance,
          team,
          voting: { ...voting, user },
          meet: meeting(use, trouble, vote),
        };
        const { wanted } = use;
        const name = `${use.method}, ${use.what}: ${trouble}`;
        expect(`${name}: ${await use.play(stage)}`).toBe(`${name}: ${wanted[trouble] ?? wanted.otherwise}`);
      }
      report({
        fault: `Slack fails ${when}: 429, 500, hang, cut`,
        rounds: `${new Set(uses.map(({ method }) => method)).size} methods, ${cases.length} times`,
        outcome: 'a sentence or another try, nothing posted twice; answers taken meanwhile',
      });
    },
    PATIENCE,
  );

  /** Lets the next call of a method fail, and votes while it does. */
  function meeting(use: Use, trouble: Trouble, vote: () => Promise<void>): Stage['meet'] {
    return async (act) => {
      const failure = failureFor(use, trouble);
      site.standIn.failNext(use.method, failure);
      let isOver = false;
      const acting = act().finally(() => {
        isOver = true;
      });
      await Promise.race([eventually(() => !site.standIn.isWaiting(failure), PATIENCE), acting]);
      await vote();
      expect(site.standIn.isWaiting(failure), 'Slack was asked').toBe(false);
      if (trouble === 'hang' && !use.isBrief) expect(isOver, 'the answer waited for Slack').toBe(false);
      return acting;
    };
  }

  /** Opens a pulse for as long as the test lasts. Gives what answers it, and where it is. */
  async function openVoting() {
    const team = teamAt(cases.length);
    await site.enrol(team, { prompt: { day: 'sun', time: '23:30' }, windowHours: 96 });
    await site.rooms.pulses.open({ team, kind: 'opening', instant: site.clock.now() });
    const pulse = site.standIn.workspace.messages.get(team.channel)?.at(-1);
    const [button = { actionId: '', value: '' }] = buttonsOf(pulse?.blocks ?? []);
    const tap = { user: mates.at(-1) ?? '', channel: team.channel, ...button };
    const vote = async () => {
      const said = await tapped(site, instance, tap);
      await eventually(() => said() !== '');
      expect(said()).toMatch(/^Added|^You have already answered/);
    };
    return [vote, { channel: team.channel, button }] as const;
  }
});
