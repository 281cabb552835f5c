import { afterEach, expect, it } from 'vitest';
import { createMetrics } from '../../ops/metrics.ts';
import { HOUR, MINUTE, SECOND } from '../../src/duration.ts';
import { type OpsWorld, opsWorld, people } from '../ops/ops-world.ts';
import { recordGame } from './support/record.ts';

const PATIENCE = 60 * SECOND;

/**
 * METRICS: a colleague who may look at /metrics as often as they like. They want to see the moment in which somebody
 * taps, and how many have answered in one pulse: two other pulses are open, which they have had made and which stay
 * silent, or nearly so.
 */
let here: OpsWorld | undefined;
afterEach(() => here?.world.close());

const page = () => here?.metrics() ?? Promise.resolve('');
const answersIn = (text: string) => Number(/answers_total\{outcome="added"\} (\d+)/.exec(text)?.[1] ?? 0);

/** The control: counts each tap as it comes, as any web app would. */
function liveCounter() {
  const metrics = createMetrics({ version: '1', queueDepth: async () => ({}), ready: async () => ({}) });
  return { count: () => metrics.answersOfAnHour(new Map([['added', 1]])), page: metrics.page };
}

it(
  'tell a colleague neither when somebody taps, nor how many did in one pulse beside silent ones',
  async () => {
    here = await opsWorld({ teams: 3 });
    const live = liveCounter();
    await here.goTo('opening');
    for (const at of [0, 1, 2]) await here.tap('UANN', at);
    await here.after(HOUR);

    const seen = { here: 0, live: 0 };
    const others = people.slice(1);
    for (const user of others) {
      const before = [await page(), await live.page()];
      here.world.clock.jumpTo(here.world.clock.now() + MINUTE);
      expect(await here.tap(user, 2)).toContain('Added to the locked total.');
      live.count();
      const after = [await page(), await live.page()];
      if (before[0] !== after[0]) seen.here += 1;
      if (before[1] !== after[1]) seen.live += 1;
    }
    await here.after(HOUR);
    await here.goTo('closing');
    const learnt = answersIn(await page());
    recordGame({
      game: 'METRICS',
      attacker: `${seen.here} of ${others.length} taps seen; ${learnt} answers of one pulse learnt`,
      control: `a live counter: ${seen.live} of ${others.length} taps seen, ${answersIn(await live.page())} answers`,
    });
    expect(seen).toEqual({ here: 0, live: others.length });
    expect(learnt).toBe(0);
    expect(answersIn(await live.page())).toBe(others.length);
  },
  PATIENCE,
);

it(
  'do show answers that belong to no pulse more than to the others: the game above could be lost',
  async () => {
    here = await opsWorld({ teams: 3 });
    await here.goTo('opening');
    for (const at of [0, 1, 2]) await here.tap('UANN', at);
    await here.after(HOUR);
    for (const user of people.slice(1, 6)) for (const at of [0, 1, 2]) await here.tap(user, at);
    await here.after(HOUR);
    expect(answersIn(await page())).toBe(15);
  },
  PATIENCE,
);
