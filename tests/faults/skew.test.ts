import { afterAll, beforeAll, expect, it } from 'vitest';
import { monday } from '../../playground/world/world.ts';
import { DAY, MINUTE, SECOND } from '../../src/duration.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, haveBeaten, type Instance, mates, openSite, type Site, teamAt } from './support/site.ts';

const size = sizeOf({ full: { teams: 20, weeks: 10 }, short: { teams: 10, weeks: 2 } });
const SKEW = 90 * SECOND;

describeWithRedis('two processes whose clocks are 90 seconds apart', () => {
  let site: Site;
  let both: readonly Instance[];
  beforeAll(async () => {
    site = await openSite({ teams: size.teams, people: mates });
    for (const team of teams) await site.enrol(team);
    both = [await site.start({ ahead: SKEW }), await site.start()];
    await areUp(...both);
  });
  afterAll(() => site.close());

  const teams = Array.from({ length: size.teams }, (_, at) => teamAt(at));
  const kinds = [
    [/Try this week/, 90 * MINUTE],
    [/^Anonymous pulse/, 2 * DAY + 6 * 60 * MINUTE],
    [/^Not enough answers/, 4 * DAY + 6 * 60 * MINUTE],
  ] as const;

  it(
    'post each prompt, pulse and notice once',
    async () => {
      for (let week = 0; week < size.weeks; week += 1) {
        for (const [pattern, offset] of kinds) {
          const instant = monday + week * 7 * DAY + offset;
          site.clock.jumpTo(instant - MINUTE); // One thinks it is time, the other does not.
          await haveBeaten(...both);
          site.clock.jumpTo(instant);
          await haveBeaten(...both);
          await site.drained();
          const counts = teams.map((team) => site.said(team, pattern).length);
          expect(counts).toEqual(teams.map(() => week + 1));
        }
      }
      report({
        fault: 'two instances, 90 s of skew',
        rounds: `${size.teams * size.weeks * kinds.length} slots`,
        outcome: '0 twice, 0 missed',
      });
    },
    PATIENCE,
  );
});
