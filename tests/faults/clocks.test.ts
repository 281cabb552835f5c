import { afterEach, expect, it } from 'vitest';
import { monday } from '../../playground/world/world.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, haveBeaten, type Instance, openSite, type Site, teamAt } from './support/site.ts';

const weeks = sizeOf({ full: 20, short: 2 });
/** Timezones, and a time on Sunday that is not there, or there twice, in the nights in which their clocks change. */
const zones = [
  ['Europe/Berlin', '02:30'],
  ['Europe/London', '01:30'],
  ['America/New_York', '02:30'],
  ['America/Santiago', '00:30'],
  ['Australia/Lord_Howe', '02:15'],
  ['Pacific/Auckland', '02:30'],
] as const;
/** The Sundays of 2026 on which (or in the night before which) one of them changes, both directions of each. */
const changes = sizeOf({
  full: [
    ...['2026-03-08', '2026-03-29', '2026-04-05'],
    ...['2026-09-06', '2026-09-27', '2026-10-04', '2026-10-25', '2026-11-01'],
  ],
  short: ['2026-03-29', '2026-04-05', '2026-10-25'],
});

describeWithRedis('clocks that jump', () => {
  let site: Site;
  let instance: Instance;
  afterEach(() => site.close());

  /** A process, and teams which are enrolled at an instant. */
  async function open(at: number, settings: readonly object[]): Promise<void> {
    site = await openSite({ teams: settings.length });
    site.clock.jumpTo(at);
    for (const [number, own] of settings.entries()) await site.enrol(teamAt(number), own);
    instance = await site.start();
    await areUp(instance);
  }

  async function at(instant: number): Promise<void> {
    site.clock.jumpTo(instant);
    await haveBeaten(instance);
  }

  /** How many prompts each team has. */
  const counts = (teams: number) =>
    Array.from({ length: teams }, (_, number) => site.said(teamAt(number), /Try this week/).length);

  it(
    'an hour back and forth, before, during and after a slot: no double, no loss',
    async () => {
      const teams = 6;
      await open(monday, Array(teams).fill({}));
      for (let week = 0; week < weeks; week += 1) {
        const slot = monday + week * 7 * DAY + 90 * MINUTE;
        await at(slot - 30 * MINUTE);
        site.clock.jumpTo(slot + 30 * MINUTE);
        // Back again at once in every second week: what is on the queue then is too early.
        if (week % 2 === 1) site.clock.jumpTo(slot - 30 * MINUTE);
        await haveBeaten(instance);
        await at(slot + 30 * MINUTE);
        await site.drained();
        for (const moment of [slot - 30 * MINUTE, slot, slot + 30 * MINUTE, slot + 90 * MINUTE])
          await at(moment);
        await site.drained();
        expect(counts(teams)).toEqual(Array(teams).fill(week + 1));
      }
      report({
        fault: 'clock jumps an hour back and forth',
        rounds: `${weeks * teams} slots, ${weeks * 4} jumps`,
        outcome: '0 twice, 0 missed',
      });
    },
    PATIENCE,
  );

  it(
    'by daylight saving in six timezones, both directions: one prompt on each of those Sundays',
    async () => {
      const settings = zones.map(([timezone, time]) => ({ timezone, prompt: { day: 'sun', time } }));
      await open(Date.UTC(2026, 1, 1), settings);
      for (const [number, sunday] of changes.entries()) {
        const noon = Date.parse(`${sunday}T12:00Z`);
        await at(noon - 60 * HOUR); // What was not run of the weeks in between is too late by now.
        await site.drained();
        const before = counts(zones.length);
        for (const instant of await instants()) {
          await at(instant);
          await site.drained();
          await at(instant - HOUR + MINUTE); // As a clock does that knows no timezones.
          await at(instant + MINUTE);
        }
        await site.drained();
        const posted = counts(zones.length).map((count, zone) => count - (before[zone] ?? 0));
        expect([sunday, ...posted], `change ${number}`).toEqual([sunday, ...zones.map(() => 1)]);
      }
      report({
        fault: 'DST in 6 zones, both directions',
        rounds: `${zones.length * changes.length} slots`,
        outcome: '0 twice, 0 missed',
      });
    },
    PATIENCE,
  );

  /** When the teams' next prompts are due, earliest first. */
  async function instants(): Promise<readonly number[]> {
    const next = await Promise.all(zones.map((_, zone) => site.rooms.calendar.next(teamAt(zone))));
    return [...new Set(next.map(({ prompt = 0 }) => prompt))].sort((one, other) => one - other);
  }
});
