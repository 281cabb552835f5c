import { afterAll, beforeAll, expect, it } from 'vitest';
import { monday } from '../../playground/world/world.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/duration.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, haveBeaten, type Instance, mates, openSite, type Site, teamAt } from './support/site.ts';

const size = sizeOf({ full: { teams: 12, weeks: 10 }, short: { teams: 6, weeks: 1 } });

describeWithRedis('Redis is gone for two minutes in which slots are due', () => {
  let site: Site;
  let instance: Instance;
  beforeAll(async () => {
    site = await openSite({ teams: size.teams, people: mates });
    // One slot of each queue at a time, so that the order shows.
    instance = await site.start({ concurrency: 1 });
    await areUp(instance);
  });
  afterAll(() => site.close());

  const teams = Array.from({ length: size.teams }, (_, at) => teamAt(at));
  const minuteOf = { prompt: (at: number) => at % 3, pulse: (at: number) => (at + 1) % 3 };
  const timeOf = (minute: number) => ({ day: 'mon', time: `09:3${minute}` }) as const;

  /** The minutes of the prompts, or of the pulses, that have come since `first`, as they came. */
  function minutesSince(first: number, kind: 'prompt' | 'pulse'): readonly number[] {
    const posts = site.standIn.calls.filter(({ method }) => method === 'chat.postMessage').slice(first);
    return posts.flatMap(({ arguments: { channel, text } }) => {
      const isPulse = /^Anonymous pulse/.test(String(text));
      return isPulse === (kind === 'pulse') ? [minuteOf[kind](Number(String(channel).slice(1)))] : [];
    });
  }
  const posts = () => site.standIn.calls.filter(({ method }) => method === 'chat.postMessage').length;

  it(
    'all run once it is back, prompts and pulses each in the order in which they were due',
    async () => {
      for (const [at, team] of teams.entries())
        await site.enrol(team, { prompt: timeOf(minuteOf.prompt(at)), pulse: timeOf(minuteOf.pulse(at)) });
      for (let week = 0; week < size.weeks; week += 1) {
        const halfPastNine = monday + week * 7 * DAY + 90 * MINUTE;
        site.clock.jumpTo(halfPastNine - HOUR);
        await haveBeaten(instance);
        await site.drained();
        const before = posts();
        await site.redis.kill();
        for (let passed = -10 * SECOND; passed <= 2 * MINUTE; passed += 10 * SECOND) {
          site.clock.jumpTo(halfPastNine + passed);
          await haveBeaten(instance);
        }
        expect(posts()).toBe(before);
        await site.redis.restart();
        await haveBeaten(instance);
        await site.drained();
        for (const kind of ['prompt', 'pulse'] as const) {
          const minutes = minutesSince(before, kind);
          expect(minutes).toEqual([...minutes].sort());
          expect(minutes).toHaveLength(size.teams);
        }
      }
      report({
        fault: 'Redis gone for 2 minutes across slots',
        rounds: `${size.weeks} outages, ${2 * size.teams * size.weeks} slots`,
        outcome: 'all run once it was back, prompts and pulses each in order, 0 twice',
      });
    },
    PATIENCE,
  );
});
