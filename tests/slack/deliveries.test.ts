import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDeliveries, type EventMemory, NotTaken } from '../../src/slack/deliveries.ts';
import { homeOpened, memberJoined, slashCommand } from '../support/payloads.ts';
import { eventMemory } from './event-memory.ts';

/** An app that does `work` for everything, and acks events before it does, as Bolt would. */
function delivering(work: (body: object) => Promise<void>, memory: EventMemory = eventMemory()) {
  const deliveries = createDeliveries({ events: memory });
  const handled: unknown[] = [];
  const app = {
    async processEvent({ body, ack }: { readonly body: object; readonly ack: () => Promise<void> }) {
      await ack();
      handled.push(body);
      await work(body).catch(() => deliveries.failed(body));
    },
  };
  const acks: object[] = [];
  const send = (body: object) => deliveries.handOn(app, { body, ack: async () => void acks.push(body) });
  return { send, handled, acks };
}

afterEach(() => void vi.useRealTimers());

const nothing = async () => undefined;
const broken = async (): Promise<void> => Promise.reject(new Error('on purpose'));
const joined = { ...memberJoined(), event_id: 'EvJOINED' };

describe('an event', () => {
  test('is acked once its handler is done, and not before', async () => {
    let finish = () => {};
    const { send, acks } = delivering(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const sent = send(joined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(acks).toEqual([]);
    finish();
    await sent;
    expect(acks).toEqual([joined]);
  });

  test('is handled once, however often it is sent, and acked each time', async () => {
    const { send, handled, acks } = delivering(nothing);
    for (let time = 0; time < 4; time += 1) await send({ ...joined });
    expect(handled).toHaveLength(1);
    expect(acks).toHaveLength(4);
  });

  test('is not acked where its handler fails, and handled when it is sent again', async () => {
    const tries = [broken, nothing];
    const { send, handled, acks } = delivering(() => (tries.shift() ?? broken)());
    await expect(send({ ...joined })).rejects.toBeInstanceOf(NotTaken);
    expect(acks).toEqual([]);
    await send({ ...joined });
    expect(handled).toHaveLength(2);
    expect(acks).toHaveLength(1);
  });

  test('that takes long is acked before Slack sends it again, and waited for', async () => {
    vi.useFakeTimers();
    let finish = () => {};
    const { send, acks } = delivering(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    let isOver = false;
    const sent = send(joined).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(2_200);
    expect(acks).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect([acks.length, isOver]).toEqual([1, false]);
    finish();
    await sent;
    expect(acks).toHaveLength(1);
  });

  test('is acked as early where asking whether it was handled took most of that time', async () => {
    vi.useFakeTimers();
    const memory = eventMemory();
    const slow: EventMemory = {
      ...memory,
      take: async (id) => {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        return memory.take(id);
      },
    };
    const { send, handled, acks } = delivering(() => new Promise(() => undefined), slow);
    void send(joined);
    await vi.advanceTimersByTimeAsync(2_200);
    expect([handled.length, acks.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(100);
    expect(acks).toHaveLength(1);
  });

  test.each([
    ['done', nothing],
    ['not taken', broken],
  ])('whose late ack does not get through is remembered as %s all the same', async (outcome, end) => {
    vi.useFakeTimers();
    const memory = eventMemory();
    const deliveries = createDeliveries({ events: memory });
    let finish = () => {};
    const app = {
      processEvent: async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        await end().catch(() => deliveries.failed(joined));
      },
    };
    const lost = async () => Promise.reject(new Error('the line is cut'));
    const sent = deliveries.handOn(app, { body: joined, ack: lost }).catch((error: unknown) => `${error}`);
    await vi.advanceTimersByTimeAsync(2_300);
    finish();
    expect(await sent).toBe('Error: the line is cut');
    expect(memory.states.get('EvJOINED') ?? 'not taken').toBe(outcome);
  });

  test('whose handler throws what nobody catches is given back, and the error told', async () => {
    const memory = eventMemory();
    const deliveries = createDeliveries({ events: memory });
    const event = { body: joined, ack: nothing };
    await expect(deliveries.handOn({ processEvent: broken }, event)).rejects.toThrow('on purpose');
    expect(memory.states.size).toBe(0);
  });

  test('that fails after its late ack is nobody’s error any more', async () => {
    vi.useFakeTimers();
    let fail = () => {};
    const { send, acks } = delivering(
      () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('on purpose'));
        }),
    );
    const sent = send(joined);
    await vi.advanceTimersByTimeAsync(2_300);
    fail();
    await sent;
    expect(acks).toHaveLength(1);
  });

  test('is remembered before it is acked: should the ack get lost, the next try finds it done', async () => {
    const deliveries = createDeliveries({ events: eventMemory() });
    let handled = 0;
    const app = {
      async processEvent() {
        handled += 1;
      },
    };
    const lost = async () => Promise.reject(new Error('the line is cut'));
    await expect(deliveries.handOn(app, { body: joined, ack: lost })).rejects.toThrow('the line is cut');
    await deliveries.handOn(app, { body: joined, ack: nothing });
    expect(handled).toBe(1);
  });

  test('that somebody else is at is neither handled nor acked: should they end, Slack sends it again', async () => {
    const memory = eventMemory();
    await memory.take('EvJOINED');
    const { send, handled, acks } = delivering(nothing, memory);
    await expect(send(joined)).rejects.toBeInstanceOf(NotTaken);
    expect([handled, acks]).toEqual([[], []]);
  });

  test('is handled where nothing can be remembered', async () => {
    const away = () => Promise.reject(new Error('Redis is away'));
    const { send, handled, acks } = delivering(nothing, { take: away, done: away, giveBack: away });
    await send(joined);
    expect([handled, acks]).toEqual([[joined], [joined]]);
  });

  test('without an id that can be a name is handled like anything else', async () => {
    const { send, handled } = delivering(nothing);
    for (const id of ['', 'a b', 'Ev:1', 'x'.repeat(100), 7]) {
      for (let time = 0; time < 2; time += 1) await send({ ...homeOpened(), event_id: id });
    }
    expect(handled).toHaveLength(10);
  });

  test('of another id is another one', async () => {
    const { send, handled } = delivering(nothing);
    for (const id of ['Ev1', 'Ev2']) await send({ ...joined, event_id: id });
    expect(handled).toHaveLength(2);
  });
});

describe('anything that is no event', () => {
  test('goes straight on, as often as it comes, and acks by itself', async () => {
    const { send, handled, acks } = delivering(broken);
    for (let time = 0; time < 2; time += 1) await send({ ...slashCommand(), event_id: 'Ev1' });
    expect(handled).toHaveLength(2);
    expect(acks).toHaveLength(2);
  });
});
