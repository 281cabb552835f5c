import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCalendarService } from '../../src/calendar/calendar-service.ts';
import { createCalendarStore } from '../../src/calendar/calendar-store.ts';
import { keys } from '../../src/redis/keys.ts';
import type { PostOutcome } from '../../src/slack/outcome.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { slot, team, weekly } from './agendas.ts';

describeWithRedis('the message of a slot', () => {
  let redis: PrivateRedis;
  let calendar: ReturnType<typeof createCalendarService>;
  beforeAll(async () => {
    redis = await startPrivateRedis();
    const store = createCalendarStore({ client: redis.client });
    calendar = createCalendarService({ store, agendaOf: async () => weekly });
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    await redis.client.set(keys.team(team), '{}');
  });

  /** Slack as a list of what it answers, one after the other. */
  function slack(...outcomes: PostOutcome[]) {
    const posted: PostOutcome[] = [];
    return {
      posted,
      send: async () => {
        const outcome = outcomes[posted.length] ?? { kind: 'sent', ts: '9.9' };
        posted.push(outcome);
        return outcome;
      },
    };
  }

  test('is sent, and its record says where it stands', async () => {
    const { send } = slack({ kind: 'sent', ts: '1.2' });
    expect(await calendar.sendOnce(slot(), send)).toBe('sent');
    expect(await calendar.record(slot())).toEqual({ state: 'sent', ts: '1.2' });
  });

  test('stands at sending while it is under way', async () => {
    let during: unknown;
    await calendar.sendOnce(slot(), async () => {
      during = await calendar.record(slot());
      return { kind: 'sent', ts: '1.2' };
    });
    expect(during).toEqual({ state: 'sending' });
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
    expect(await calendar.sendOnce(slot(), send)).toBe('unknown');
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toEqual([]);
    expect(await calendar.record(slot())).toEqual({ state: 'unknown' });
  });

  test('whose outcome Slack left open is never sent again', async () => {
    const { send, posted } = slack({ kind: 'unknown', code: 'timeout' });
    expect(await calendar.sendOnce(slot(), send)).toBe('unknown');
    expect(await calendar.sendOnce(slot(), send)).toBe('already-done');
    expect(posted).toHaveLength(1);
  });

  test('that Slack did not take may be tried again, after as long as Slack says', async () => {
    const { send, posted } = slack(
      { kind: 'not-sent', code: 'ratelimited', retryAfterSeconds: 30 },
      { kind: 'not-sent', code: 'team_added_to_org' },
    );
    expect(await calendar.sendOnce(slot(), send)).toEqual({
      retry: { code: 'ratelimited', afterSeconds: 30 },
    });
    expect(await calendar.record(slot())).toEqual({ state: 'planned' });
    expect(await calendar.sendOnce(slot(), send)).toEqual({ retry: { code: 'team_added_to_org' } });
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

  test('is sent once when two workers have the same slot', async () => {
    const { send, posted } = slack();
    const results = await Promise.all([calendar.sendOnce(slot(), send), calendar.sendOnce(slot(), send)]);
    expect(posted).toHaveLength(1);
    expect(results).toContain('sent');
  });
});
