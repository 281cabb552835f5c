import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Slot } from '../../src/calendar/slot.ts';
import { keys } from '../../src/redis/keys.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { chanceOf } from './support/chance.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { startCrew } from './support/killing.ts';
import { mates, openSite, type Site, teamAt } from './support/site.ts';

/** Pulses that close at once, and how often: each time somebody is killed. */
const size = sizeOf({ full: { pulses: 10, times: 10 }, short: { pulses: 6, times: 2 } });

describeWithRedis('kill −9 of one of three workers, each time pulses close', () => {
  const chance = chanceOf('kill-closing');
  let site: Site;
  beforeAll(async () => {
    site = await openSite({
      teams: size.pulses * size.times,
      people: mates,
      pause: () => chance.below(40),
    });
  });
  afterAll(() => site.close());

  const numbers = Array.from({ length: size.pulses * size.times }, (_, at) => at);
  /** Teams of the same time are next to each other. */
  const timeOf = (at: number) => Math.floor(at / size.pulses);

  /** Opens a pulse, and lets all answer it, or (every sixth) too few. Gives its closing. */
  async function answered(at: number): Promise<Slot> {
    const team = teamAt(at);
    const { opening: instant = 0 } = await site.rooms.calendar.next(team);
    site.clock.jumpTo(instant);
    expect(await site.rooms.pulses.open({ team, kind: 'opening', instant })).toBe('sent');
    const open = await site.rooms.pulses.current(team);
    if (open === undefined) throw new Error('there is no open pulse');
    const { id: pulseId, optionCount, closesAt } = open.record;
    for (const user of at % 6 === 0 ? mates.slice(0, 4) : mates) {
      const choice = chance.below(optionCount);
      const { kind } = await site.rooms.answers.answer({
        pulseId,
        choice,
        optionCount,
        team,
        user,
        ts: '1.1',
      });
      expect(kind).toBe('added');
    }
    return { team, kind: 'closing', instant: closesAt };
  }

  const outcome = /^What the pulse says|^Not enough answers|could not be counted/;

  /** How the closing's record, the channel and the stored readouts say it ended, in a word each. */
  async function endOf(slot: Slot): Promise<string> {
    const { state } = await site.rooms.calendar.record(slot);
    const { client } = site.redis;
    const { last: _, ...stored } = await client.hgetall(keys.readouts(slot.team));
    const readouts = Object.values(stored).flatMap((text): unknown[] => JSON.parse(text));
    return `${state}, ${site.said(slot.team, outcome).length} said, ${readouts.length} readouts`;
  }

  /** An empty queue is one that a killed worker's slots may still come back to. */
  async function areSettled(slots: readonly Slot[]): Promise<boolean> {
    const records = await Promise.all(slots.map(site.rooms.calendar.record));
    return records.every(({ state }) => state === 'sent' || state === 'unknown');
  }

  it(
    'each ends with one readout or one notice, and its key is destroyed',
    async () => {
      for (const at of numbers) {
        const minute = String(timeOf(at)).padStart(2, '0');
        await site.enrol(teamAt(at), { pulse: { day: 'wed', time: `14:${minute}` } });
      }
      const closings: Slot[] = [];
      for (const at of numbers) closings.push(await answered(at));
      expect(await site.keyFiles()).toHaveLength(numbers.length);
      const crew = await startCrew(site, chance);
      for (let time = 0; time < size.times; time += 1) {
        await crew.whole();
        site.clock.jumpTo(Math.max(site.clock.now(), closings[time * size.pulses]?.instant ?? 0));
        await crew.killOne(size.pulses);
        await site.drained();
      }
      await eventually(() => areSettled(closings), 40_000);
      const ends = await Promise.all(closings.map(endOf));
      const isWell = (end: string, at: number) => {
        const readouts = at % 6 === 0 ? 0 : 1;
        const wanted = [`sent, 1 said`, `unknown, 1 said`, `unknown, 0 said`];
        return wanted.map((one) => `${one}, ${readouts} readouts`).includes(end);
      };
      expect(ends.filter((end, at) => !isWell(end, at))).toEqual([]);
      expect(await site.keyFiles()).toEqual([]);
      const ofPulses = numbers
        .map(teamAt)
        .flatMap((team) => [keys.pulse(team), keys.tokens(team), keys.tally(team)]);
      expect(await site.redis.client.exists(...ofPulses)).toBe(0);
      const unknown = ends.filter((end) => end.startsWith('unknown'));
      const unsaid = unknown.filter((end) => end.includes('0 said')).length;
      report({
        fault: 'kill −9 while closing, 3 instances',
        rounds: `${ends.length} pulses, ${crew.killed()} kills`,
        outcome: `each counted once or void, 0 keys left; ${unknown.length} posts unknown (${unsaid} not posted)`,
      });
    },
    PATIENCE,
  );
});
