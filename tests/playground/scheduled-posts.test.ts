import { describe, expect, it } from 'vitest';
import { createScheduledPosts } from '../../playground/scheduled-posts.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/duration.ts';

const START = Date.UTC(2026, 0, 9, 14);

function opened() {
  let now = START;
  const posted: string[] = [];
  const scheduled = createScheduledPosts({ clock: { now: () => now } });
  const schedule = (text: string, at: number, channel = 'D1') =>
    scheduled.schedule(new URLSearchParams({ channel, post_at: String(at / SECOND) }), async () => {
      if (text === 'into nowhere') throw new Error('channel_not_found');
      posted.push(text);
    });
  const unschedule = (id: unknown, channel = 'D1') =>
    scheduled.unschedule(new URLSearchParams({ channel, scheduled_message_id: String(id) }));
  const passes = (time: number) => {
    now += time;
    return scheduled.deliverDue();
  };
  return { posted, schedule, unschedule, passes };
}

describe('messages for later', () => {
  it('come when their time has come, the earliest first, and once', async () => {
    const { posted, schedule, passes } = opened();
    schedule('second', START + 2 * HOUR);
    schedule('first', START + HOUR);
    schedule('third', START + DAY);
    await passes(HOUR - 1);
    expect(posted).toEqual([]);
    await passes(2 * HOUR);
    await passes(HOUR);
    expect(posted).toEqual(['first', 'second']);
  });

  it('are refused for the past, and for more than 120 days ahead', () => {
    const { schedule } = opened();
    expect(schedule('too late', START)).toEqual({ ok: false, error: 'time_in_past' });
    expect(schedule('too far', START + 120 * DAY + SECOND)).toEqual({ ok: false, error: 'time_too_far' });
    expect(schedule('just so', START + 120 * DAY)).toMatchObject({ ok: true });
  });

  it('can be taken back, in their own channel and not in their last minute', async () => {
    const { posted, schedule, unschedule, passes } = opened();
    const id = schedule('taken back', START + HOUR).scheduled_message_id;
    const other = schedule('too late', START + MINUTE).scheduled_message_id;
    await passes(SECOND);
    const refused = { ok: false, error: 'invalid_scheduled_message_id' };
    expect(unschedule(id, 'D2')).toEqual(refused);
    expect(unschedule(other)).toEqual(refused);
    expect(unschedule(id)).toEqual({ ok: true });
    expect(unschedule(id)).toEqual(refused);
    await passes(DAY);
    expect(posted).toEqual(['too late']);
  });

  it('are lost where they cannot be posted, without holding up the others', async () => {
    const { posted, schedule, passes } = opened();
    schedule('into nowhere', START + HOUR);
    schedule('after it', START + 2 * HOUR);
    await passes(DAY);
    expect(posted).toEqual(['after it']);
  });
});
