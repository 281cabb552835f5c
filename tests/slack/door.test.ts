import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../playground/free-port.ts';
import { startSocketMode } from '../../playground/stand-in/socket-mode.ts';
import { type StandIn, startStandIn } from '../../playground/stand-in/stand-in.ts';
import type { Door } from '../../src/config.ts';
import { createDeliveries } from '../../src/slack/deliveries.ts';
import { openDoor, receiverFor, watchDoor } from '../../src/slack/door.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { recordingLog } from '../redis/stores.ts';
import { silent } from '../stand-in/world.ts';
import { eventually } from '../support/eventually.ts';
import { slashCommand } from '../support/payloads.ts';
import { eventMemory } from './event-memory.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function standIn(socketUrl?: string): Promise<StandIn> {
  const started = await startStandIn(socketUrl === undefined ? {} : { socketUrl });
  cleanUp.push(() => started.stop());
  return started;
}

async function behind(door: Door, socketUrl?: string) {
  const { apiUrl } = await standIn(socketUrl);
  const clientOptions = { slackApiUrl: apiUrl, logger: silent, retryConfig: { retries: 0 } };
  const clock = { now: () => Date.now() };
  const deliveries = createDeliveries({ events: eventMemory() });
  const receiver = receiverFor(door, {
    clientOptions,
    logger: silent,
    log: recordingLog(),
    clock,
    deliveries,
    isRepeated: async () => false,
  });
  const app = new App({
    token: 'xoxb-stand-in',
    receiver,
    clientOptions,
    logger: silent,
    deferInitialization: true,
  });
  await app.init();
  return { app, receiver };
}

const appBehind = async (...door: Parameters<typeof behind>) => (await behind(...door)).app;

const http = async (): Promise<Door & { kind: 'http' }> => ({
  kind: 'http',
  signingSecret: 'secret',
  host: '127.0.0.1',
  port: await freePort(),
});

describe('the way in', () => {
  test('over HTTP takes what Slack has signed, and nothing else', async () => {
    const door = await http();
    const app = await appBehind(door);
    const heard: string[] = [];
    app.command('/hands', async ({ command, ack }) => {
      heard.push(command.text);
      await ack();
    });
    await openDoor(app, door);
    cleanUp.push(() => app.stop());
    const post = (secret: string, text: string) => {
      const body = new URLSearchParams(
        Object.entries({ ...slashCommand({ text }), ssl_check: '' }),
      ).toString();
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      };
      return fetch(`http://${door.host}:${door.port}/slack/events`, { method: 'POST', headers, body });
    };
    expect((await post('secret', 'signed')).status).toBe(200);
    expect((await post('other', 'forged')).status).toBe(401);
    expect(heard).toEqual(['signed']);
  });

  test('over Socket Mode takes what comes over the connection', async () => {
    const socketMode = await startSocketMode();
    cleanUp.push(socketMode.stop);
    const door = { kind: 'socket', appToken: 'xapp-stand-in' } as const;
    const app = await appBehind(door, socketMode.url);
    app.command('/hands', async ({ ack }) => ack('here'));
    await openDoor(app, door);
    cleanUp.push(async () => app.stop());
    expect(await socketMode.send('slash_commands', slashCommand())).toEqual({ payload: { text: 'here' } });
  });

  test('that is taken is a sentence, not a stack trace', async () => {
    const door = await http();
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(door.port, door.host, resolve));
    cleanUp.push(() => new Promise((resolve) => occupant.close(resolve)));
    const app = await appBehind(door);
    const failure = await openDoor(app, door).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(String(failure)).toContain(`Port ${door.port} on 127.0.0.1 cannot be opened (EADDRINUSE).`);
  });

  test('whose websocket never connects is given up in time, in a sentence', async () => {
    const door = { kind: 'socket', appToken: 'xapp-stand-in' } as const;
    const app = await appBehind(door);
    const failure = await openDoor(app, door, 300).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(String(failure)).toMatch(/Socket Mode did not connect in 0 seconds: .* a proxy or firewall/);
  });

  test('of Socket Mode that Slack refuses is a sentence', async () => {
    const door = { kind: 'socket', appToken: 'xapp-wrong' } as const;
    const app = await appBehind(door);
    const failure = await openDoor(app, door).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(String(failure)).toContain('Socket Mode cannot connect (invalid_auth).');
  });
});

describe('whether Slack can reach us', () => {
  test('over Socket Mode is whether there is a connection', async () => {
    const socketMode = await startSocketMode();
    cleanUp.push(socketMode.stop);
    const door = { kind: 'socket', appToken: 'xapp-stand-in' } as const;
    const { app, receiver } = await behind(door, socketMode.url);
    const isReachable = watchDoor(receiver);
    expect(isReachable()).toBe(false);
    await openDoor(app, door);
    expect(isReachable()).toBe(true);
    socketMode.links[0]?.cut();
    await eventually(() => !isReachable());
    await app.stop();
    expect(isReachable()).toBe(false);
  });

  test('over HTTP is not known before somebody knocks', async () => {
    const { receiver } = await behind(await http());
    expect(watchDoor(receiver)()).toBe(true);
  });
});
