import { type App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '@slack/logger';
import type { WebClientOptions } from '@slack/web-api';
import type { Door } from '../config.ts';
import { SECOND } from '../duration.ts';
import { StartProblem } from '../start-problem.ts';
import { answeredCode } from './outcome.ts';

/**
 * After how long (ms) a request that no listener acks is answered all the same, over HTTP. Bolt's own 3,001 ms are longer
 * than the 3 seconds after which Slack gives up, and counts it against the app.
 */
const UNHANDLED_AFTER = 2.5 * SECOND;

/** Bolt's receiver for the way in that the configuration names. */
export function receiverFor(door: Door, clientOptions: WebClientOptions, logger: Logger): Receiver {
  if (door.kind === 'http') {
    const { signingSecret } = door;
    return new HTTPReceiver({ signingSecret, logger, unhandledRequestTimeoutMillis: UNHANDLED_AFTER });
  }
  return new SocketModeReceiver({ appToken: door.appToken, logger, installerOptions: { clientOptions } });
}

/** Events of Socket Mode's client after which nothing comes in until the next `connected`. */
const DISCONNECTED = ['connecting', 'reconnecting', 'disconnecting', 'disconnected'] as const;

/** Tells whether Slack can reach us: over Socket Mode while it is connected, over HTTP for as long as we know. */
export function watchDoor(receiver: Receiver): () => boolean {
  if (!(receiver instanceof SocketModeReceiver)) return () => true;
  let isConnected = false;
  const { client } = receiver;
  client.on('connected', () => {
    isConnected = true;
  });
  for (const event of DISCONNECTED)
    client.on(event, () => {
      isConnected = false;
    });
  return () => isConnected;
}

/** How long opening may take. Socket Mode tries for ever, in silence, where no websocket gets through. */
const PATIENCE = 30 * SECOND;

/** Opens the way in. Throws `StartProblem` where it cannot be opened, or not within `patience` milliseconds. */
export async function openDoor(app: App, door: Door, patience = PATIENCE): Promise<void> {
  const opening = door.kind === 'http' ? app.start({ port: door.port, host: door.host }) : app.start();
  try {
    if (await isDoneWithin(opening, patience)) return;
  } catch (error) {
    throw new StartProblem([sentenceFor(door, error)]);
  }
  // Closing what never opened may take as long; the process ends with the problem.
  void Promise.resolve(app.stop()).catch(() => undefined);
  throw new StartProblem([tooLate(door, patience)]);
}

/** Whether the work is done in time; what goes wrong later is nobody's any more. */
async function isDoneWithin(work: Promise<unknown>, patience: number): Promise<boolean> {
  let deadline: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    deadline = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(deadline);
    work.catch(() => undefined);
  }
}

function tooLate(door: Door, patience: number): string {
  const seconds = Math.round(patience / SECOND);
  if (door.kind === 'http') return `Port ${door.port} on ${door.host} did not open in ${seconds} seconds.`;
  return `Socket Mode did not connect in ${seconds} seconds: the websocket does not get through. Check the network: a proxy or firewall must let wss:// to Slack pass.`;
}

function sentenceFor(door: Door, error: unknown): string {
  const code = String(answeredCode(error) ?? Reflect.get(Object(error), 'code') ?? 'unknown');
  if (door.kind === 'http') return `Port ${door.port} on ${door.host} cannot be opened (${code}).`;
  return `Socket Mode cannot connect (${code}). Check SLACK_APP_TOKEN (it needs connections:write) and that Socket Mode is on.`;
}
