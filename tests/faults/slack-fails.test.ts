import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Failure } from '../../playground/stand-in/failures.ts';
import { monday } from '../../playground/world/world.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { buttonsOf } from '../listeners/office.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, type Instance, mates, openSite, type Site, teamAt } from './support/site.ts';
import { tapped } from './support/slack-side.ts';

type Case = { readonly failure: Failure; readonly wanted: string };

/** What Slack does to each post, and what is known of each in the end: the record, and how often it was posted. */
const cases: readonly Case[] = [
  { failure: { kind: 'server-error' }, wanted: 'unknown 0' },
  { failure: { kind: 'cut' }, wanted: 'unknown 0' },
  { failure: { kind: 'accept-then-cut' }, wanted: 'unknown 1' },
  ...sizeOf<readonly Case[]>({
    full: [
      { failure: { kind: 'hang' }, wanted: 'unknown 0' },
      { failure: { kind: 'accept-then-hang' }, wanted: 'unknown 1' },
    ],
    short: [],
  }),
  { failure: { kind: 'rate-limited', retryAfterSeconds: 30 }, wanted: 'sent 1' },
];
/** As many at once as a process runs at once: none is left for anything else. */
const AT_ONCE = 8;
const threeOClock = monday + 2 * DAY + 7 * HOUR;

describeWithRedis('Slack fails at all posts at once', () => {
  let site: Site;
  let instance: Instance;
  beforeAll(async () => {
    site = await openSite({ teams: cases.length * AT_ONCE + 1, people: mates });
    instance = await site.start();
    await areUp(instance);
  });
  afterAll(() => site.close());

  const voting = teamAt(cases.length * AT_ONCE);
  const teamsOf = (number: number) =>
    Array.from({ length: AT_ONCE }, (_, at) => teamAt(number * AT_ONCE + at));
  const instantOf = (number: number) => threeOClock + number * HOUR;
  const posts = () => site.standIn.calls.filter(({ method }) => method === 'chat.postMessage').length;

  /** Enrols each case's teams for an hour of their own, and opens a pulse in one more. */
  async function prepare(): Promise<void> {
    for (const number of cases.keys()) {
      const prompt = { day: 'wed', time: `${15 + number}:00` } as const;
      for (const team of teamsOf(number))
        await site.enrol(team, { prompt, pulse: { day: 'thu', time: '14:00' } });
    }
    await site.enrol(voting);
    const instant = threeOClock - HOUR;
    site.clock.jumpTo(instant);
    await site.drained();
    site.clock.jumpTo(threeOClock - MINUTE);
    expect(site.said(voting, /^Anonymous pulse/)).toHaveLength(1);
  }

  it(
    'posts none twice, and takes answers meanwhile',
    async () => {
      await prepare();
      const pulse = site.standIn.workspace.messages.get(voting.channel)?.at(-1);
      const [button = { actionId: '', value: '' }] = buttonsOf(pulse?.blocks ?? []);
      for (const [number, { failure, wanted }] of cases.entries()) {
        const before = posts();
        const isLimited = failure.kind === 'rate-limited';
        // One limit is enough: it holds back the whole workspace.
        for (const _ of isLimited ? [voting] : teamsOf(number))
          site.standIn.failNext('chat.postMessage', failure);
        site.clock.jumpTo(instantOf(number));
        await eventually(() => posts() > before);
        const said = await tapped(site, instance, {
          user: mates[number] ?? '',
          channel: voting.channel,
          ...button,
        });
        await eventually(() => said() !== '');
        expect(said()).toMatch(/^Added/);
        if (isLimited) await endLimit();
        await site.drained();
        const ends = await Promise.all(teamsOf(number).map((team) => endOf(team, instantOf(number))));
        expect(ends, failure.kind).toEqual(ends.map(() => wanted));
      }
      report({
        fault: 'Slack fails at every post: 500, cut, hang, 429',
        rounds: `${cases.length} ways, ${cases.length * AT_ONCE} slots`,
        outcome: '0 twice; unknown where Slack did not say, sent after a 429; answers taken meanwhile',
      });
    },
    PATIENCE,
  );

  /** Slack's 30 seconds are over. */
  async function endLimit(): Promise<void> {
    await eventually(async () => (await site.redis.client.del(keys.heldBack(voting.workspace))) === 1);
  }

  async function endOf(team: typeof voting, instant: number): Promise<string> {
    const { state } = await site.rooms.calendar.record({ team, kind: 'prompt', instant });
    return `${state} ${site.said(team, /Try this week/).length}`;
  }
});
