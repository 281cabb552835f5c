import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createJumpingClock } from '../../playground/world/jumping-clock.ts';
import { createCalendarService } from '../../src/calendar/calendar-service.ts';
import { createCalendarStore } from '../../src/calendar/calendar-store.ts';
import { weekAround } from '../../src/calendar/week.ts';
import { DAY, MINUTE } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import type { PostOutcome } from '../../src/slack/outcome.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { monday, slot, team, weekly } from './agendas.ts';

const sent: PostOutcome = { kind: 'sent', ts: '1.2', channel: 'CTEAM' };
const unknown: PostOutcome = { kind: 'unknown', code: 'timeout' };
const busy: PostOutcome = { kind: 'not-sent', code: 'ratelimited', retryAfterSeconds: 30 };
const refused: PostOutcome = { kind: 'not-sent', code: 'team_added_to_org' };

describeWithRedis('the message of a slot', () => {
  let redis: PrivateRedis;
  let calendar: ReturnType<typeof createCalendarService>;
  const clock = createJumpingClock(monday);
  beforeAll(async () => {
    redis = await startPrivateRedis();
    const store = createCalendarStore({ client: redis.client });
    calendar = createCalendarService({ store, clock, agendaOf: async () => weekly });
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    await redis.client.set(keys.team(team), '{}');
    clock.jumpTo(monday);
  });

  /** Slack as a list of what it answers, one after the other. */
  function slack(...outcomes: PostOutcome[]) {
    const posted: PostOutcome[] = [];
    return {
      posted,
      send: async () => {
        const outcome = outcomes[posted.length] ?? { kind: 'sent', ts: '9.9', channel: 'CTEAM' };
        posted.push(outcome);
        return outcome;
      },
    };
  }

  /** A post that is under way until it is told how it ended. */
  function slowPost() {
    let end: (outcome: PostOutcome) => void = () => undefined;
    let ended: Promise<unknown> = Promise.resolve();
    const begun = new Promise<void>((hasBegun) => {
      ended = calendar.sendOnce(slot(), () => {
        hasBegun();
        return new Promise((resolve) => {
          end = resolve;
        });
      });
    });
    return { begun, end: (outcome: PostOutcome) => end(outcome), ended: () => ended };
  }

  test('is sent, and its record says where it stands', async () => {
    const { send } = slack(sent);
    expect(await calendar.sendOnce(slot(), send)).toBe('sent');
    expect(await calendar.record(slot())).toEqual({ state: 'sent', ts: '1.2' });
  });

  test('stands at sending while it is under way', async () => {
    let during: unknown;
    await calendar.sendOnce(slot(), async () => {
      during = await calendar.record(slot());
      return sent;
    });
    expect(during).toEqual({ state: 'sending', since: monday });
  });

  test('is not sent a second time', async () => {
    const { send, posted } = slack();
    await calendar.sendOnce(slot(), send);
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toHaveLength(1);
  });

  test('is unknown after a crash in the middle of sending, and never sent again', async () => {
    const crash = () => Promise.reject(new Error('the process ends here'));
    await expect(calendar.sendOnce(slot(), crash)).rejects.toThrow('the process ends here');
    const { send, posted } = slack();
    clock.jumpTo(monday + MINUTE);
    expect(await calendar.sendOnce(slot(), send)).toBe('unknown');
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toEqual([]);
    expect(await calendar.record(slot())).toEqual({ state: 'unknown' });
  });

  test('whose outcome Slack left open is never sent again', async () => {
    const { send, posted } = slack(unknown);
    expect(await calendar.sendOnce(slot(), send)).toBe('unknown');
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toHaveLength(1);
  });

  test('that Slack did not take is tried again, as often as it takes', async () => {
    const { send, posted } = slack(refused, refused);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await calendar.sendOnce(slot(), send)).toEqual({ retry: { code: 'team_added_to_org' } });
      expect(await calendar.record(slot())).toEqual({ state: 'planned' });
    }
    expect(await calendar.sendOnce(slot(), send)).toBe('sent');
    expect(posted).toHaveLength(3);
  });

  test('that Slack refuses is not tried again, and its record says why', async () => {
    const { send, posted } = slack({ kind: 'hopeless', code: 'is_archived' });
    expect(await calendar.sendOnce(slot(), send)).toEqual({ hopeless: 'is_archived' });
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toHaveLength(1);
    expect(await calendar.record(slot())).toEqual({ state: 'not-sent', reason: 'is_archived' });
  });

  test('is not sent for a slot that was dismissed', async () => {
    const { send, posted } = slack();
    await calendar.dismiss(slot(), 'too-few-people');
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toEqual([]);
    expect(await calendar.record(slot())).toEqual({ state: 'not-sent', reason: 'too-few-people' });
  });

  test('is not sent beside another one that must be the only one of its week', async () => {
    const { send, posted } = slack();
    const week = weekAround(monday, 'UTC');
    await calendar.sendOnce(slot(), send, week);
    const friday = slot({ instant: monday + 4 * DAY });
    expect(await calendar.sendOnce(friday, send, week)).toBe('not-alone');
    expect(posted).toHaveLength(1);
    expect(await calendar.lastPrompt(team)).toMatchObject({ instant: monday });
  });

  test('is never sent for a team that is gone', async () => {
    await redis.client.del(keys.team(team));
    const { send, posted } = slack();
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toEqual([]);
  });

  describe('while another worker is sending it', () => {
    test('is waited for: that one will know', async () => {
      const { send, posted } = slack();
      const first = slowPost();
      await first.begun;
      expect(await calendar.sendOnce(slot(), send)).toEqual({
        retry: { code: 'under-way', afterSeconds: 15 },
      });
      first.end(sent);
      expect(await first.ended()).toBe('sent');
      expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
      expect(posted).toEqual([]);
    });

    test('is sent by whoever waited, where Slack did not take it from the first', async () => {
      const { send, posted } = slack();
      const first = slowPost();
      await first.begun;
      await calendar.sendOnce(slot(), send);
      first.end(refused);
      expect(await first.ended()).toEqual({ retry: { code: 'team_added_to_org' } });
      expect(await calendar.sendOnce(slot(), send)).toBe('sent');
      expect(posted).toHaveLength(1);
    });

    test('is known to be sent in the end, although somebody had given it up', async () => {
      const { send, posted } = slack();
      const first = slowPost();
      await first.begun;
      clock.jumpTo(monday + MINUTE);
      expect(await calendar.sendOnce(slot(), send)).toBe('unknown');
      first.end(sent);
      await first.ended();
      expect(await calendar.record(slot())).toEqual({ state: 'sent', ts: '1.2' });
      expect(posted).toEqual([]);
    });

    test.each([unknown, refused, busy, { kind: 'hopeless', code: 'is_archived' } as const])(
      'stays unknown once it was given up, where the first then says $kind',
      async (outcome) => {
        const first = slowPost();
        await first.begun;
        clock.jumpTo(monday + MINUTE);
        await calendar.sendOnce(slot(), slack().send);
        first.end(outcome);
        await first.ended();
        expect(await calendar.record(slot())).toEqual({ state: 'unknown' });
      },
    );

    test('stays sent, whatever others try to write over it', async () => {
      await calendar.sendOnce(slot(), slack(sent).send);
      await calendar.dismiss(slot(), 'too-late');
      await calendar.giveUp(slot());
      expect(await calendar.record(slot())).toEqual({ state: 'sent', ts: '1.2' });
    });

    test('is not dismissed meanwhile', async () => {
      const first = slowPost();
      await first.begun;
      await calendar.dismiss(slot(), 'too-late');
      expect(await calendar.record(slot())).toEqual({ state: 'sending', since: monday });
      first.end(sent);
      await first.ended();
    });
  });

  test('is given up where nobody knows any more what became of it', async () => {
    await calendar.sendOnce(slot(), () => Promise.reject(new Error('dead'))).catch(() => undefined);
    expect(await calendar.giveUp(slot())).toBe('unknown');
    expect(await calendar.record(slot())).toEqual({ state: 'unknown' });
  });

  describe('under a rate limit', () => {
    const other = { workspace: 'T2', channel: 'C1' };
    const sameWorkspace = { workspace: 'T1', channel: 'C2' };
    beforeEach(async () => {
      for (const one of [other, sameWorkspace]) await redis.client.set(keys.team(one), '{}');
    });

    test('waits as long as Slack says, and is planned until then', async () => {
      expect(await calendar.sendOnce(slot(), slack(busy).send)).toEqual({
        retry: { code: 'ratelimited', afterSeconds: 30 },
      });
      expect(await calendar.record(slot())).toEqual({ state: 'planned' });
    });

    test('holds back every other message of its workspace, without a call to Slack', async () => {
      await calendar.sendOnce(slot(), slack(busy).send);
      const { send, posted } = slack();
      const result = await calendar.sendOnce(slot({ team: sameWorkspace }), send);
      expect(result).toMatchObject({ retry: { code: 'held-back' } });
      const { afterSeconds = 0 } = typeof result === 'object' && 'retry' in result ? result.retry : {};
      expect(afterSeconds).toBeGreaterThan(29);
      expect(afterSeconds).toBeLessThanOrEqual(30);
      expect(posted).toEqual([]);
      expect(await calendar.record(slot({ team: sameWorkspace }))).toEqual({ state: 'planned' });
    });

    test('holds back no other workspace', async () => {
      await calendar.sendOnce(slot(), slack(busy).send);
      expect(await calendar.sendOnce(slot({ team: other }), slack().send)).toBe('sent');
    });

    test('is over when Slack’s time is over', async () => {
      await calendar.sendOnce(slot(), slack(busy).send);
      await redis.client.pexpire(keys.heldBack('T1'), 1);
      const { send, posted } = slack();
      await expect.poll(() => calendar.sendOnce(slot(), send)).toBe('sent');
      expect(posted).toHaveLength(1);
    });

    test('a refusal without a time holds back nobody', async () => {
      await calendar.sendOnce(slot(), slack(refused).send);
      expect(await calendar.sendOnce(slot({ team: sameWorkspace }), slack().send)).toBe('sent');
    });
  });
});
