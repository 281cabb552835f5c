import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECOND } from '../../src/duration.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { chanceOf } from './support/chance.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { fuzzed, type Request } from './support/fuzz.ts';
import { areUp, type Instance, mates, openSite, type Site, teamAt } from './support/site.ts';
import { typed } from './support/slack-side.ts';

const count = sizeOf({ full: 10_000, short: 500 });
/** How many requests are under way at once. */
const LANES = 64;
/** Slack's own limit where nothing else runs beside; among other tests only that an answer comes. */
const LIMIT = sizeOf({ full: 3 * SECOND, short: 15 * SECOND });

describeWithRedis('a process that is sent nonsense', () => {
  const chance = chanceOf('fuzz');
  let site: Site;
  let instance: Instance;
  beforeAll(async () => {
    site = await openSite({ teams: 2, people: mates });
    await site.enrol(teamAt(0));
    instance = await site.start();
    await areUp(instance);
  });
  afterAll(() => site.close());

  /** The status it was answered with, or what else became of it. */
  async function statusOf({ body, headers }: Request): Promise<string> {
    const given = { method: 'POST', headers, body, signal: AbortSignal.timeout(LIMIT) };
    try {
      const response = await fetch(instance.url, given);
      await response.arrayBuffer();
      return String(response.status);
    } catch (error) {
      return error instanceof Error ? error.name : 'failed';
    }
  }

  /** `229 × 200, 38 × 401`. */
  function inWords(statuses: readonly string[]): string {
    const counts = new Map<string, number>();
    for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
    return [...counts]
      .sort()
      .map(([status, times]) => `${times} × ${status}`)
      .join(', ');
  }

  it(
    'answers every request, and does not crash',
    async () => {
      const nowhere = site.standIn.responseUrl('UBOSS', 'CNONE');
      const requests = Array.from({ length: count }, () => fuzzed(chance, nowhere));
      const statuses: string[] = [];
      const unanswered: Request[] = [];
      const waiting = [...requests];
      const lane = async () => {
        for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
          const status = await statusOf(one);
          statuses.push(status);
          if (!/^\d{3}$/.test(status)) unanswered.push(one);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      expect(unanswered.slice(0, 5)).toEqual([]);
      expect(statuses).toHaveLength(count);
      const said = await typed(site, instance, { user: 'UBOSS', channel: 'C0', text: 'help' });
      await eventually(() => said().includes('/hands'));
      expect(instance.printed()).not.toMatch(/unhandled|uncaught/i);
      report({
        fault: 'fuzzed commands, buttons, forms, events, headers',
        rounds: `${count} requests, SEED=${chance.seed}`,
        outcome: `all answered within ${LIMIT / SECOND} s, 0 crashes (${inWords(statuses)})`,
      });
    },
    PATIENCE,
  );
});
