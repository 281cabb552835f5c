import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Failure } from '../../playground/stand-in/failures.ts';
import { monday } from '../../playground/world/world.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, type Instance, mates, openSite, type Site, teamAt } from './support/site.ts';

/** What an opening asks Slack before it posts. */
const methods = ['conversations.members', 'users.list'] as const;
const failures = sizeOf<readonly Failure[]>({
  full: [
    { kind: 'server-error' },
    { kind: 'cut' },
    { kind: 'accept-then-cut' },
    { kind: 'rate-limited', retryAfterSeconds: 1 },
    { kind: 'error', code: 'internal_error' },
  ],
  short: [{ kind: 'cut' }, { kind: 'rate-limited', retryAfterSeconds: 1 }],
});
const cases = methods.flatMap((method) => failures.map((failure) => ({ method, failure })));
const twoOClock = monday + 2 * DAY + 6 * HOUR;

describeWithRedis('Slack fails when an opening reads who is there', () => {
  let site: Site;
  let instance: Instance;
  beforeAll(async () => {
    site = await openSite({ teams: cases.length, people: mates });
    instance = await site.start();
    await areUp(instance);
  });
  afterAll(() => site.close());

  const timeOf = (number: number) => `${14 + Math.floor(number / 2)}:${number % 2 === 0 ? '00' : '30'}`;

  it(
    'opens the pulse once, and asks everyone',
    async () => {
      for (const number of cases.keys())
        await site.enrol(teamAt(number), { pulse: { day: 'wed', time: timeOf(number) } });
      for (const [number, { method, failure }] of cases.entries()) {
        const asked = site.standIn.calls.length;
        site.standIn.failNext(method, failure);
        site.clock.jumpTo(Math.max(site.clock.now(), twoOClock + number * 30 * MINUTE));
        await site.drained();
        const met = site.standIn.calls.slice(asked).filter(({ outcome }) => outcome !== 'ok');
        expect(met, `${method} failed`).not.toEqual([]);
        const team = teamAt(number);
        expect(site.said(team, /^Anonymous pulse/), `${method} ${failure.kind}`).toHaveLength(1);
        expect((await site.rooms.pulses.current(team))?.record.electorate).toBe(mates.length);
      }
      report({
        fault: 'Slack fails while an opening reads',
        rounds: `${cases.length} openings, ${methods.length} methods`,
        outcome: 'each opened once, for everyone',
      });
    },
    PATIENCE,
  );
});
