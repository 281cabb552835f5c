import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CalendarStore, createCalendarStore } from '../../src/calendar/calendar-store.ts';
import type { Span } from '../../src/calendar/rhythm.ts';
import { isWithin, weekAround } from '../../src/calendar/week.ts';
import { keys } from '../../src/redis/keys.ts';
import { teamKey } from '../../src/team-id.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { team } from '../team/teams.ts';
import { type History, movingHistories, settledHistories } from './history.ts';
import { createMemoryStore } from './memory-store.ts';
import { type Played, play } from './played-team.ts';
import { runsOf } from './runs.ts';

const { id } = team();
const inMemory = () => createMemoryStore(new Set([teamKey(id)]));

/** Two prompts in one week, by the clock that the team had when the second came. */
function doubles({ posted }: Played): readonly string[] {
  return posted.flatMap(({ instant, timezone }, at) =>
    posted
      .slice(0, at)
      .filter((earlier) => isWithin(earlier.instant, weekAround(instant, timezone)))
      .map((earlier) => `${text(earlier.instant)} and ${text(instant)}`),
  );
}

/** The weeks that were over when the history ended, and in which a prompt was owed. */
function owed({ excused, began, ended }: Played, timezone: string): readonly Span[] {
  const weeks: Span[] = [];
  for (let week = weekAround(began, timezone); week.until <= ended; week = weekAround(week.until, timezone))
    if (!excused.has(week.from)) weeks.push(week);
  return weeks;
}

/** Those of them without one. */
const lost = (played: Played, timezone: string): readonly string[] =>
  owed(played, timezone)
    .filter((week) => !played.posted.some(({ instant }) => isWithin(instant, week)))
    .map(({ from }) => text(from));

const text = (instant: number): string => new Date(instant).toISOString();

async function holds(history: History, store: CalendarStore): Promise<void> {
  const played = await play(history, store);
  expect(played.broken).toEqual([]);
  expect(doubles(played)).toEqual([]);
}

describe('through changes, pauses, skips, outages, deaths and clocks that jump', () => {
  test('no week has a second prompt, and none is without the one that was promised', async () => {
    let weeks = 0;
    const { seed, numRuns } = runsOf('one prompt a week', 100);
    const property = fc.asyncProperty(settledHistories, async (history) => {
      const played = await play(history, inMemory());
      expect(played.broken).toEqual([]);
      expect(doubles(played)).toEqual([]);
      expect(lost(played, history.beginning.timezone)).toEqual([]);
      weeks += owed(played, history.beginning.timezone).length;
    });
    await fc.assert(property, { seed, numRuns });
    expect(weeks).toBeGreaterThan(numRuns); // Excuses have not swallowed them all.
  });

  test('the same holds for a team that moves around the world, promise by promise', async () => {
    const property = fc.asyncProperty(movingHistories, (history) => holds(history, inMemory()));
    await fc.assert(property, runsOf('moving teams', 60));
  });
});

describe('the histories find out', () => {
  /** Plays histories on stores that are wrong in one way, until one is found wanting. */
  async function isFoundOut(broken: () => CalendarStore): Promise<boolean> {
    const property = fc.asyncProperty(settledHistories, async (history) => {
      const played = await play(history, broken());
      return doubles(played).length + lost(played, history.beginning.timezone).length === 0;
    });
    const { failed } = await fc.check(property, { ...runsOf('the control', 400), endOnFailure: true });
    return failed;
  }

  test('a calendar that forgets what it has posted', async () => {
    const forgetful = () => {
      const store = inMemory();
      const claim: CalendarStore['claim'] = (slot, now) => store.claim(slot, now);
      return { ...store, claim, records: async () => [] };
    };
    expect(await isFoundOut(forgetful)).toBe(true);
  });

  test('a calendar that takes a slot out before it has handed it on', async () => {
    const hasty = () => {
      const store = inMemory();
      const due: CalendarStore['due'] = async (now, report) => {
        const found = await store.due(now, report);
        for (const { team: of, kind } of found) if (kind === 'prompt') await store.write(of, kind, undefined);
        return found;
      };
      return { ...store, due };
    };
    expect(await isFoundOut(hasty)).toBe(true);
  });
});

describeWithRedis('on a real Redis', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startPrivateRedis();
  });
  afterAll(() => redis.stop());

  test('the same holds', async () => {
    const property = fc.asyncProperty(movingHistories, async (history) => {
      await redis.client.flushall();
      await redis.client.set(keys.team(id), '{}');
      await holds(history, createCalendarStore({ client: redis.client }));
    });
    await fc.assert(property, runsOf('one prompt a week, on Redis', 10));
  });
});
