import { App, type Receiver } from '@slack/bolt';
import { afterEach } from 'vitest';
import { type Acked, type SocketMode, startSocketMode } from '../../playground/stand-in/socket-mode.ts';
import { startStandIn } from '../../playground/stand-in/stand-in.ts';
import { createDeliveries } from '../../src/slack/deliveries.ts';
import { createPairedSockets } from '../../src/slack/paired-sockets.ts';
import type { SocketDeps } from '../../src/slack/socket-connection.ts';
import { recordingLog } from '../redis/stores.ts';
import { silent } from '../stand-in/world.ts';
import { slashCommand } from '../support/payloads.ts';
import { eventMemory } from './event-memory.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

export type SocketWorld = Awaited<ReturnType<typeof connect>>;

/** Milliseconds before Bolt reconnects, and that it waits for a pong; in life it is five seconds. */
const RECONNECT = 1_000;

/**
 * An app behind Socket Mode, ours or (`receiver`) another's, and Slack's side of it. Its command acks as soon as
 * `mayAck` says so, and is done as soon as `mayEnd` does.
 */
export async function connect(options: {
  readonly lifetime?: number | 'unsaid';
  /** Connections of other processes. */
  readonly others?: number;
  readonly receiver?: (deps: SocketDeps) => Receiver;
}) {
  const { lifetime = 'unsaid', others = 0 } = options;
  const socketMode = await startSocketMode({ lifetime, others });
  cleanUp.push(socketMode.stop);
  const standIn = await startStandIn({ socketUrl: socketMode.url });
  cleanUp.push(standIn.stop);
  const log = recordingLog();
  const { bot } = standIn.workspace;
  const clientOptions = { slackApiUrl: standIn.apiUrl, logger: silent, retryConfig: { retries: 0 } };
  const memory = eventMemory();
  const ahead = { by: 0 };
  const clock = { now: () => Date.now() + ahead.by };
  const deps = {
    appToken: bot.appToken,
    clientOptions,
    logger: silent,
    log,
    deliveries: createDeliveries({ events: memory }),
    clock,
    pingTimeout: RECONNECT,
  };
  const receiver = (options.receiver ?? createPairedSockets)(deps);
  const app = new App({
    token: bot.token,
    receiver,
    clientOptions,
    logger: silent,
    deferInitialization: true,
  });
  await app.init();
  const heard: string[] = [];
  const begun: string[] = [];
  const ready: { mayAck: Promise<unknown>; mayEnd: Promise<unknown> } = {
    mayAck: Promise.resolve(),
    mayEnd: Promise.resolve(),
  };
  app.error(async () => undefined);
  app.command('/hands', async ({ command, ack }) => {
    begun.push(command.text);
    await ready.mayAck;
    await ack();
    heard.push(command.text);
    await ready.mayEnd;
  });
  await app.start();
  cleanUp.push(async () => app.stop());
  /** Lets so many milliseconds pass for whoever looks at the clock. */
  const pass = (milliseconds: number) => {
    ahead.by += milliseconds;
  };
  return { socketMode, standIn, app, log, memory, begun, heard, ready, pass };
}

/** Somebody types a command, and Slack hands it to any connection. */
export function type(socketMode: SocketMode, text: string): Promise<Acked> {
  return socketMode.send('slash_commands', slashCommand({ text }));
}

/** Types one command after the other until it is stopped; then tells how many were not acked. */
export function keepTyping(socketMode: SocketMode): () => Promise<{ readonly lost: number }> {
  const answers: Promise<Acked>[] = [];
  const timer = setInterval(() => answers.push(type(socketMode, `${answers.length}`)), 2);
  return async () => {
    clearInterval(timer);
    const acked = await Promise.all(answers);
    return { lost: acked.filter((one) => one === 'lost').length };
  };
}
