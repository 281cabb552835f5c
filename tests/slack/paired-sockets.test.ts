import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Link } from '../../playground/stand-in/socket-mode.ts';
import { HOUR, MINUTE, SECOND } from '../../src/duration.ts';
import { eventually } from '../redis/stores.ts';
import { homeOpened, slashCommand } from '../support/payloads.ts';
import { connect, keepTyping, type SocketWorld, type } from './socket-world.ts';

const linksOf = ({ socketMode }: SocketWorld) => socketMode.links;
const openLinks = (world: SocketWorld) => linksOf(world).filter((link) => link.isOpen());

const send = (link: Link | undefined, text: string) =>
  link?.send('slash_commands', slashCommand({ text })) ?? Promise.resolve('lost' as const);

/** A command over a connection that is not acked before the returned function is called; later ones are, at once. */
async function unacked(world: SocketWorld, number: number) {
  let allow = () => {};
  world.ready.mayAck = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const text = `slow ${world.begun.length}`;
  const answer = send(linksOf(world)[number - 1], text);
  await eventually(() => world.begun.includes(text));
  world.ready.mayAck = Promise.resolve();
  return { allow, answer };
}

/** Whether connections came and went in this order, whatever else (a pong that is late on a busy machine) happened. */
function inOrder({ socketMode: { history } }: SocketWorld, events: readonly string[]): boolean {
  const places = events.map((event) => history.indexOf(event));
  return places.every((place, at) => place > (at === 0 ? -1 : (places[at - 1] ?? 0)));
}

/** Opened half a lifetime after the first; 0.1 s after it. */
const SHORT = { lifetime: 0.2 };

afterEach(() => void vi.restoreAllMocks());

describe('Socket Mode', () => {
  test('opens its second connection half a lifetime after the first', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const world = await connect({ lifetime: 7_200 });
    const [open] = timers.mock.calls.find(([, after]) => after === HOUR) ?? [];
    expect(linksOf(world)).toHaveLength(1);
    world.pass(HOUR);
    open?.();
    await eventually(() => linksOf(world).length === 2);
    expect(await type(world.socketMode, 'help')).not.toBe('lost');
    expect(openLinks(world)).toHaveLength(2);
  });

  test.each([
    [7, true],
    [8, false],
  ])('leaves room for others: beside %i, a second is opened: %s', async (others, isOpened) => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await connect({ lifetime: 7_200, others });
    expect(timers.mock.calls.some(([, after]) => after === HOUR)).toBe(isOpened);
  });

  test('stays with one where nothing is said about how long it lasts', async () => {
    const world = await connect({ lifetime: 'unsaid' });
    for (let typed = 0; typed < 20; typed += 1) await type(world.socketMode, 'help');
    expect(linksOf(world)).toHaveLength(1);
  });

  test('takes what comes over either', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    for (const text of ['one', 'two', 'three', 'four'])
      expect(await type(world.socketMode, text)).not.toBe('lost');
    expect(world.heard).toEqual(['one', 'two', 'three', 'four']);
  });
});

describe('a connection that Slack ends', () => {
  test('leaves nothing unanswered, in the middle of the traffic, whichever of the two it is', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    const stopTyping = keepTyping(world.socketMode);
    for (const number of [1, 2]) {
      const link = linksOf(world).find((one) => one.number === number);
      const last = link?.send('slash_commands', { command: '/hands', text: 'last' });
      link?.warn('warning'); // In the same breath: Bolt alone would close before it acks.
      expect(await last).not.toBe('lost');
      await eventually(() => openLinks(world).length === 2);
    }
    await eventually(() => world.heard.length > 100);
    expect((await stopTyping()).lost).toBe(0);
  });

  test('loses envelopes where it is Bolt’s receiver alone', async () => {
    const world = await connect({
      receiver: ({ appToken, logger, clientOptions }) =>
        new SocketModeReceiver({
          appToken,
          logger,
          installerOptions: { clientOptions },
          clientPingTimeout: 500,
        }),
    });
    linksOf(world)[0]?.warn('warning');
    expect(await type(world.socketMode, 'while it is away')).toBe('lost');
    await eventually(() => linksOf(world).length === 2);
    expect(await type(world.socketMode, 'back')).not.toBe('lost');
  });

  test('stays until the second is there, where it is still alone', async () => {
    const world = await connect({ lifetime: 3_600 });
    linksOf(world)[0]?.warn('refresh_requested');
    await eventually(() => inOrder(world, ['open 2', 'end 1', 'open 3']));
  });

  test('stays until the other is back, where both are to end at once', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    const stopTyping = keepTyping(world.socketMode);
    for (const link of linksOf(world)) link.warn('warning');
    await eventually(() => openLinks(world).length === 2);
    await stopTyping(); // What came while Slack had no connection to choose is lost, whatever we do.
    // Whichever of the two hears of it first is the first to go.
    const comings = world.socketMode.history.map((event) => event.split(' ')[0]);
    expect(comings.slice(0, 6)).toEqual(['open', 'open', 'end', 'open', 'end', 'open']);
  });

  test('does not wait for one that has come back already', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    linksOf(world)[0]?.warn('warning');
    await eventually(() => openLinks(world).length === 2);
    linksOf(world)[1]?.warn('warning');
    // It would wait for eight seconds.
    await eventually(() => world.socketMode.history.includes('end 2'), 6 * SECOND);
  });

  test('leaves before Slack cuts it, though the other does not come', async () => {
    const world = await connect({ lifetime: 3_600 });
    world.standIn.failNext('apps.connections.open', { kind: 'hang' });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    linksOf(world)[0]?.warn('warning');
    const stay = () => timers.mock.calls.find(([, after]) => after === 8 * SECOND)?.[0];
    await eventually(() => stay() !== undefined);
    expect(world.socketMode.history).toEqual(['open 1']);
    stay()?.();
    await eventually(() => world.socketMode.history.includes('end 1'));
  });

  test('stays for an ack that is still to come, and so does the other for it', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    const { allow, answer } = await unacked(world, 1);
    for (const link of linksOf(world)) {
      link.warn('warning');
      // What Slack says over a line comes in order: once this is answered, it has been told.
      expect(await send(link, 'probe')).not.toBe('lost');
    }
    expect(world.socketMode.history).toEqual(['open 1', 'open 2']);
    allow();
    expect(await answer).not.toBe('lost');
    await eventually(() => world.socketMode.history.includes('end 2'));
    expect(inOrder(world, ['open 2', 'end 1', 'open 3', 'end 2'])).toBe(true);
  });

  test('is let go at once where Socket Mode was switched off', async () => {
    const world = await connect({ lifetime: 3_600 });
    const [link] = linksOf(world);
    link?.warn('link_disabled');
    const answer = link?.send('slash_commands', { command: '/hands', text: 'too late' });
    expect(await answer).toBe('lost');
  });

  test('is not missed where it was cut without a word', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    linksOf(world)[0]?.cut();
    expect(await type(world.socketMode, 'still here')).not.toBe('lost');
    await eventually(() => openLinks(world).length === 2);
  });
});

describe('two connections that came up together', () => {
  /** Both are there, an hour apart, when the line is cut for both; `later` ends the wait of half a lifetime. */
  async function cutTogether() {
    const world = await connect({ lifetime: 7_200 });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const later = () => {
      world.pass(HOUR);
      timers.mock.calls.findLast(([, after]) => after === HOUR)?.[0]();
    };
    return { ...world, later };
  }

  test('would go together: the second goes, and comes back half a lifetime later', async () => {
    const world = await cutTogether();
    linksOf(world)[0]?.warn('warning'); // So the second is opened, and the first is back in a moment.
    await eventually(() => inOrder(world, ['open 2', 'end 1', 'open 3', 'end 2']));
    expect(await type(world.socketMode, 'still here')).not.toBe('lost');
    expect(openLinks(world)).toHaveLength(1);
    world.later();
    await eventually(() => openLinks(world).length === 2);
    for (const text of ['one', 'two']) expect(await type(world.socketMode, text)).not.toBe('lost');
    expect(openLinks(world)).toHaveLength(2);
  });

  test('after a cut line go apart as well', async () => {
    const world = await cutTogether();
    linksOf(world)[0]?.warn('warning');
    await eventually(() => world.socketMode.history.includes('end 2'));
    world.later();
    await eventually(() => openLinks(world).length === 2);
    const before = linksOf(world).length;
    for (const link of openLinks(world)) link.cut();
    await eventually(() => linksOf(world).length === before + 2 && openLinks(world).length === 1);
    expect(await type(world.socketMode, 'still here')).not.toBe('lost');
    world.later();
    await eventually(() => openLinks(world).length === 2);
  });

  test('the second waits for its acks before it goes', async () => {
    const world = await cutTogether();
    linksOf(world)[0]?.warn('warning');
    await eventually(() => world.socketMode.history.includes('open 2'));
    const { allow, answer } = await unacked(world, 2);
    await eventually(() => world.socketMode.history.includes('open 3'));
    expect(await type(world.socketMode, 'probe')).not.toBe('lost');
    expect(world.socketMode.history).not.toContain('end 2');
    allow();
    expect(await answer).not.toBe('lost');
    await eventually(() => world.socketMode.history.includes('end 2'));
  });
});

describe('a first connection that is one too many', () => {
  test('opens no second, and comes back after a minute', async () => {
    const world = await connect({ lifetime: 3_600 });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const back = () => timers.mock.calls.find(([, after]) => after === MINUTE)?.[0];
    linksOf(world)[0]?.warn('too_many_websockets');
    await eventually(() => back() !== undefined);
    expect(world.socketMode.history).toEqual(['open 1', 'end 1']);
    expect(world.log.lines.filter((line) => line.includes('no more connections'))).toHaveLength(1);
    back()?.();
    await eventually(() => openLinks(world).length === 1);
    expect(world.socketMode.history).toEqual(['open 1', 'end 1', 'open 2']);
  });

  test('is not opened again once we have stopped', async () => {
    const world = await connect({ lifetime: 3_600 });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const back = () => timers.mock.calls.find(([, after]) => after === MINUTE)?.[0];
    linksOf(world)[0]?.warn('too_many_websockets');
    await eventually(() => back() !== undefined);
    await world.app.stop();
    back()?.();
    await world.app.client.auth.test();
    expect(world.standIn.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(1);
  });
});

describe('a second connection that Slack does not take', () => {
  test('is given up for a while, and the first goes on', async () => {
    const world = await connect(SHORT);
    await eventually(() => linksOf(world).length === 2);
    linksOf(world)[1]?.warn('too_many_websockets');
    await eventually(() => world.log.lines.some((line) => line.includes('no second connection')));
    expect(await type(world.socketMode, 'still here')).not.toBe('lost');
    expect(openLinks(world)).toHaveLength(1);
  });
});

describe('a second connection that Slack refuses', () => {
  test('is tried again after ten minutes, and the first goes on', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const fire = (milliseconds: number) =>
      timers.mock.calls.find(([, after]) => after === milliseconds)?.[0]();
    const world = await connect({ lifetime: 7_200 });
    world.standIn.failNext('apps.connections.open', { kind: 'error', code: 'account_inactive' });
    world.pass(HOUR);
    fire(HOUR);
    await eventually(() => world.log.lines.some((line) => line.includes('no second connection')));
    expect(await type(world.socketMode, 'still here')).not.toBe('lost');
    fire(10 * MINUTE);
    await eventually(() => openLinks(world).length === 2);
  });
});

describe('a connection that Slack refuses to open again', () => {
  /** The first was cut, and Slack does not open it again. Gives what ends the pause before the next attempt. */
  async function refused() {
    const world = await connect({ lifetime: 3_600 });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    world.standIn.failNext('apps.connections.open', { kind: 'error', code: 'account_inactive' });
    linksOf(world)[0]?.cut();
    await eventually(() => world.log.lines.includes('warn: Socket Mode cannot reconnect yet'));
    const [again] = timers.mock.calls.find(([, after]) => after === 30 * SECOND) ?? [];
    return { ...world, again: () => again?.() };
  }

  test('is tried again after half a minute', async () => {
    const world = await refused();
    world.again();
    await eventually(() => linksOf(world).length === 2);
  });

  test('is not once we have stopped', async () => {
    const world = await refused();
    await world.app.stop();
    world.again();
    await world.app.client.auth.test(); // What was sent before has arrived before.
    const opened = world.standIn.calls.filter(({ method }) => method === 'apps.connections.open');
    expect(opened.map(({ outcome }) => outcome)).toEqual(['ok', 'account_inactive']);
  });
});

describe('stopping', () => {
  test('waits for the ack of what came before', async () => {
    const world = await connect({ lifetime: 3_600 });
    let allow = () => {};
    world.ready.mayAck = new Promise<void>((resolve) => {
      allow = resolve;
    });
    const answer = type(world.socketMode, 'slow');
    await eventually(() => world.begun.length === 1);
    const stopped = Promise.resolve(world.app.stop());
    allow();
    expect(await answer).not.toBe('lost');
    await stopped;
    expect(world.heard).toEqual(['slow']);
  });

  test('waits for the acks of what comes meanwhile, too', async () => {
    const world = await connect({ lifetime: 3_600 });
    const first = await unacked(world, 1);
    const stopped = Promise.resolve(world.app.stop());
    const second = await unacked(world, 1);
    first.allow();
    expect(await first.answer).not.toBe('lost');
    second.allow();
    expect(await second.answer).not.toBe('lost');
    await stopped;
  });

  test('does not wait for ever for an ack that never comes', async () => {
    const world = await connect({ lifetime: 3_600 });
    await unacked(world, 1);
    await world.app.stop();
    expect(world.socketMode.history).toContain('end 1');
  });

  test.each(['what goes on after its ack', 'what is not acked since somebody else is at it'])(
    'does not wait for %s',
    async (what) => {
      const world = await connect({ lifetime: 3_600 });
      world.ready.mayEnd = new Promise(() => undefined);
      await world.memory.take('EvTAKEN');
      if (what.startsWith('what goes on')) await type(world.socketMode, 'long');
      else {
        void linksOf(world)[0]?.send('events_api', homeOpened({ eventId: 'EvTAKEN' }));
        await type(world.socketMode, 'probe');
      }
      void world.app.stop();
      // It would wait for three seconds.
      await eventually(() => world.socketMode.history.includes('end 1'), 2 * SECOND);
    },
  );

  test('closes both', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    await world.app.stop();
    await eventually(() => openLinks(world).length === 0);
  });
});

test('an ack that does not get through keeps nothing from being done', async () => {
  const world = await connect({ lifetime: 3_600 });
  let allow = () => {};
  world.ready.mayAck = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const answer = type(world.socketMode, 'done all the same');
  linksOf(world)[0]?.cut();
  expect(await answer).toBe('lost');
  allow();
  await eventually(() => world.heard.length === 1);
});
