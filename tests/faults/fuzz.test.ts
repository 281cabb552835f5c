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
/** Slack's own limit (ms). */
const LIMIT = 3 * SECOND;
/** After how long (ms) without an answer we give one up. */
const LONGEST = 30 * SECOND;

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

  /** The status it was answered with, or what else became of it, and after how long (ms). */
  async function answerTo(given: RequestInit): Promise<{ readonly status: string; readonly after: number }> {
    const begun = performance.now();
    const tell = (status: string) => ({ status, after: performance.now() - begun });
    try {
      const response = await fetch(instance.url, { ...given, signal: AbortSignal.timeout(LONGEST) });
      await response.arrayBuffer();
      return tell(String(response.status));
    } catch (error) {
      return tell(error instanceof Error ? error.name : 'failed');
    }
  }

  /** Asks, until it is stopped, what is refused at once; tells how long (ms) that took at worst. */
  function watchTheMachine(): () => Promise<number> {
    const state = { isOver: false, slowest: 0 };
    const watching = (async () => {
      while (!state.isOver) state.slowest = Math.max(state.slowest, (await answerTo({})).after);
    })();
    return async () => {
      state.isOver = true;
      await watching;
      return state.slowest;
    };
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
      let slowest = 0;
      const lane = async () => {
        for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
          const { status, after } = await answerTo({ method: 'POST', ...one });
          statuses.push(status);
          slowest = Math.max(slowest, after);
          if (!/^\d{3}$/.test(status)) unanswered.push(one);
        }
      };
      const stopWatching = watchTheMachine();
      await Promise.all(Array.from({ length: LANES }, lane));
      // Alone on the machine Slack's limit is the limit; among other tests, so much later as what is refused at once.
      const allowance = sizeOf({ full: 0, short: await stopWatching() });
      expect(unanswered.slice(0, 5)).toEqual([]);
      expect(slowest).toBeLessThan(LIMIT + allowance);
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
