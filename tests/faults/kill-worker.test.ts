import { afterAll, beforeAll, expect, it } from 'vitest';
import { monday } from '../../playground/world/world.ts';
import { DAY, MINUTE } from '../../src/duration.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { chanceOf } from './support/chance.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { startCrew } from './support/killing.ts';
import { openSite, type Site, teamAt } from './support/site.ts';

/** Teams whose prompts are due at once, and how many weeks: each week somebody is killed. */
const size = sizeOf({ full: { teams: 20, weeks: 15 }, short: { teams: 20, weeks: 2 } });

describeWithRedis('kill −9 of one of three workers, each week while prompts are posted', () => {
  const chance = chanceOf('kill-worker');
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ teams: size.teams, pause: () => chance.below(40) });
  });
  afterAll(() => site.close());

  const teams = Array.from({ length: size.teams }, (_, at) => teamAt(at));
  const instantOf = (week: number) => monday + 90 * MINUTE + week * 7 * DAY;
  const posted = () => teams.map((team) => site.said(team, /Try this week/).length);

  it(
    'posts none twice and misses none, those apart whose record says that nobody knows',
    async () => {
      for (const team of teams) await site.enrol(team);
      const crew = await startCrew(site, chance);
      const seen: string[] = [];
      for (let week = 0; week < size.weeks; week += 1) {
        await crew.whole();
        const before = posted();
        site.clock.jumpTo(instantOf(week));
        // Chance alone often misses the moment in which a message stands there and nobody has written that it does.
        await (week % 2 === 0 ? crew.killSender(size.teams) : crew.killOne(size.teams));
        await site.drained();
        const after = posted();
        for (const [at, team] of teams.entries()) {
          const record = await site.rooms.calendar.record({ team, kind: 'prompt', instant: instantOf(week) });
          seen.push(`${record.state} ${(after[at] ?? 0) - (before[at] ?? 0)}`);
        }
      }
      expect(seen).toHaveLength(size.teams * size.weeks);
      expect(seen.filter((one) => !['sent 1', 'unknown 0', 'unknown 1'].includes(one))).toEqual([]);
      for (const team of teams) {
        const texts = site.said(team, /Try this week/);
        expect(new Set(texts).size).toBe(texts.length);
      }
      expect(seen.filter((one) => one === 'unknown 1').length).toBeGreaterThanOrEqual(
        Math.ceil(size.weeks / 2),
      );
      const unknown = seen.filter((one) => one.startsWith('unknown'));
      const lost = seen.filter((one) => one === 'unknown 0').length;
      report({
        fault: 'kill −9 of a worker, 3 instances',
        rounds: `${seen.length} slots, ${crew.killed()} kills`,
        outcome: `0 twice, 0 missed; ${unknown.length} unknown and said so (${lost} not posted)`,
      });
    },
    PATIENCE,
  );
});
