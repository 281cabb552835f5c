import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../playground/free-port.ts';
import { type StandIn, startStandIn } from '../../playground/stand-in/stand-in.ts';
import type { Door } from '../../src/config.ts';
import { openDoor, receiverFor, watchDoor } from '../../src/slack/door.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { silent } from '../stand-in/world.ts';
import { slashCommand } from '../support/payloads.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function standIn(): Promise<StandIn> {
  const started = await startStandIn();
  cleanUp.push(() => started.stop());
  return started;
}

async function appBehind(door: Door) {
  const { apiUrl } = await standIn();
  const clientOptions = { slackApiUrl: apiUrl, logger: silent, retryConfig: { retries: 0 } };
  const receiver = receiverFor(door, clientOptions, silent);
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

const http = async (): Promise<Door & { kind: 'http' }> => ({
  kind: 'http',
  signingSecret: 'secret',
  host: '127.0.0.1',
  port: await freePort(),
});

describe('the way in', () => {
  test('over HTTP takes what Slack has signed, and nothing else', async () => {
    const door = await http();
    const { app, receiver } = await appBehind(door);
    expect(receiver).toBeInstanceOf(HTTPReceiver);
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

  test('over Socket Mode is Bolt’s own receiver', () => {
    const receiver = receiverFor({ kind: 'socket', appToken: 'xapp-1' }, { logger: silent }, silent);
    expect(receiver).toBeInstanceOf(SocketModeReceiver);
  });

  test('that is taken is a sentence, not a stack trace', async () => {
    const door = await http();
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(door.port, door.host, resolve));
    cleanUp.push(() => new Promise((resolve) => occupant.close(resolve)));
    const { app } = await appBehind(door);
    const failure = await openDoor(app, door).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(String(failure)).toContain(`Port ${door.port} on 127.0.0.1 cannot be opened (EADDRINUSE).`);
  });

  test('whose websocket never connects is given up in time, in a sentence', async () => {
    const door = { kind: 'socket', appToken: 'xapp-stand-in' } as const;
    const { app } = await appBehind(door);
    const failure = await openDoor(app, door, 300).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(String(failure)).toMatch(/Socket Mode did not connect in 0 seconds: .* a proxy or firewall/);
  });

  test('of Socket Mode that Slack refuses is a sentence', async () => {
    const door = { kind: 'socket', appToken: 'xapp-wrong' } as const;
    const { app } = await appBehind(door);
    const failure = await openDoor(app, door).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(String(failure)).toContain('Socket Mode cannot connect (invalid_auth).');
  });
});

describe('whether Slack can reach us', () => {
  test('over Socket Mode is what its client said last', () => {
    const receiver = receiverFor({ kind: 'socket', appToken: 'xapp-1' }, {}, silent);
    if (!(receiver instanceof SocketModeReceiver)) throw new Error('another receiver');
    const isReachable = watchDoor(receiver);
    const after = (event: string) => {
      receiver.client.emit(event);
      return isReachable();
    };
    expect(isReachable()).toBe(false);
    expect(['connecting', 'authenticated', 'connected'].map(after)).toEqual([false, false, true]);
    expect(['hello', 'reconnecting', 'connecting', 'connected'].map(after)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(['disconnecting', 'disconnected'].map(after)).toEqual([false, false]);
  });

  test('over HTTP is not known before somebody knocks', () => {
    const door = { kind: 'http', signingSecret: 's', port: 1, host: '127.0.0.1' } as const;
    expect(watchDoor(receiverFor(door, {}, silent))()).toBe(true);
  });
});
