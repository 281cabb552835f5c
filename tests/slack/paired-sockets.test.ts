import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HOUR, SECOND } from '../../src/duration.ts';
import { eventually } from '../redis/stores.ts';
import { connect, keepTyping, type SocketWorld, type } from './socket-world.ts';

const linksOf = ({ socketMode }: SocketWorld) => socketMode.links;
const openLinks = (world: SocketWorld) => linksOf(world).filter((link) => link.isOpen());

/** Opened half a lifetime after the first; 0.1 s after it. */
const SHORT = { lifetime: 0.2 };

afterEach(() => void vi.restoreAllMocks());

describe('Socket Mode', () => {
  test('opens its second connection half a lifetime after the first', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const world = await connect({ lifetime: 7_200 });
    const [open] = timers.mock.calls.find(([, after]) => after === HOUR) ?? [];
    expect(linksOf(world)).toHaveLength(1);
    open?.();
    await eventually(() => linksOf(world).length === 2);
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
    await eventually(() => openLinks(world).length === 2);
    expect(world.socketMode.history).toEqual(['open 1', 'open 2', 'end 1', 'open 3']);
  });

  test('stays until the other is back, where both are to end at once', async () => {
    const world = await connect(SHORT);
    await eventually(() => openLinks(world).length === 2);
    const stopTyping = keepTyping(world.socketMode);
    for (const link of linksOf(world)) link.warn('warning');
    await eventually(() => openLinks(world).length === 2);
    await stopTyping(); // What came while Slack had no connection to choose is lost, whatever we do.
    expect(world.socketMode.history).toEqual(['open 1', 'open 2', 'end 1', 'open 3', 'end 2', 'open 4']);
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
