import { type App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '@slack/logger';
import type { WebClientOptions } from '@slack/web-api';
import type { Door } from '../config.ts';
import { StartProblem } from '../start-problem.ts';
import { answeredCode } from './outcome.ts';

/** Bolt's receiver for the way in that the configuration names. */
export function receiverFor(door: Door, clientOptions: WebClientOptions, logger: Logger): Receiver {
  if (door.kind === 'http') return new HTTPReceiver({ signingSecret: door.signingSecret, logger });
  return new SocketModeReceiver({ appToken: door.appToken, logger, installerOptions: { clientOptions } });
}

/** Opens the way in. Throws `StartProblem` where it cannot be opened. */
export async function openDoor(app: App, door: Door): Promise<void> {
  try {
    await (door.kind === 'http' ? app.start({ port: door.port, host: door.host }) : app.start());
  } catch (error) {
    throw new StartProblem([sentenceFor(door, error)]);
  }
}

function sentenceFor(door: Door, error: unknown): string {
  const code = String(answeredCode(error) ?? Reflect.get(Object(error), 'code') ?? 'unknown');
  if (door.kind === 'http') return `Port ${door.port} on ${door.host} cannot be opened (${code}).`;
  return `Socket Mode cannot connect (${code}). Check SLACK_APP_TOKEN (it needs connections:write) and that Socket Mode is on.`;
}
