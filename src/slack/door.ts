import type { App, Receiver } from '@slack/bolt';
import type { Logger } from '@slack/logger';
import type { WebClientOptions } from '@slack/web-api';
import type { Door } from '../config.ts';
import { isDoneWithin } from '../done-within.ts';
import { SECOND } from '../duration.ts';
import type { Clock, Log } from '../ports.ts';
import { StartProblem } from '../start-problem.ts';
import type { Deliveries } from './deliveries.ts';
import { createLeanReceiver } from './lean-receiver.ts';
import { answeredCode } from './outcome.ts';
import { createPairedSockets } from './paired-sockets.ts';
import type { RepeatCheck } from './repeat-check.ts';

/** A way in; one that can be cut off from Slack says whether it is. */
export type WayIn = Receiver & { readonly isReachable?: () => boolean };

/** The way in that the configuration names. */
export function receiverFor(
  door: Door,
  deps: {
    readonly clientOptions: WebClientOptions;
    readonly logger: Logger;
    readonly log: Log;
    /** The time that Slack signs with. */
    readonly clock: Clock;
    readonly deliveries: Deliveries;
    readonly isRepeated: RepeatCheck;
  },
): WayIn {
  if (door.kind === 'http') return createLeanReceiver({ ...deps, signingSecret: door.signingSecret });
  return createPairedSockets({ ...deps, appToken: door.appToken });
}

/** Tells whether Slack can reach us: over Socket Mode while it is connected, over HTTP for as long as we know. */
export function watchDoor(receiver: WayIn): () => boolean {
  return () => receiver.isReachable?.() ?? true;
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
