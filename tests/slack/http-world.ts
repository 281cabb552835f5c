import { createHmac } from 'node:crypto';
import { App, type AppOptions, HTTPReceiver } from '@slack/bolt';
import type { Logger } from '@slack/logger';
import { afterEach } from 'vitest';
import { isSafeTwice } from '../../listeners/safe-twice.ts';
import { freePort } from '../../playground/free-port.ts';
import { startStandIn } from '../../playground/stand-in/stand-in.ts';
import { createJumpingClock } from '../../playground/world/jumping-clock.ts';
import { createDeliveries, type Deliveries } from '../../src/slack/deliveries.ts';
import { createLeanReceiver } from '../../src/slack/lean-receiver.ts';
import { createRepeatCheck, type RequestMemory } from '../../src/slack/repeat-check.ts';
import { recordingLog } from '../redis/stores.ts';
import { silent } from '../stand-in/world.ts';
import { eventMemory, requestMemory } from './event-memory.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

export const SECRET = 'the signing secret';
export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM = 'application/x-www-form-urlencoded';
const HOST = '127.0.0.1';

export type Sent = {
  readonly body?: string;
  readonly method?: string;
  readonly path?: string;
  /** Replaces what Slack would send; `undefined` takes a header away. */
  readonly headers?: { readonly [name: string]: string | undefined };
  /** Seconds from now that the request says it was signed at. */
  readonly after?: number;
  readonly secret?: string;
};

export type HttpWorld = Awaited<ReturnType<typeof serve>>;

/** A Bolt app behind our receiver (or Bolt's), on a free port, with a clock that can jump. */
export async function serve(
  options: {
    readonly receiver?: 'ours' | 'bolt';
    readonly deliveries?: Deliveries;
    readonly logger?: Logger;
    /** Shared by all processes. */
    readonly requests?: RequestMemory;
  } = {},
) {
  const standIn = await startStandIn();
  cleanUp.push(standIn.stop);
  const clock = createJumpingClock(Date.now());
  const log = recordingLog();
  const memory = eventMemory();
  const { deliveries = createDeliveries({ events: memory }), logger = silent } = options;
  const { requests = requestMemory() } = options;
  const isRepeated = createRepeatCheck({ requests, isSafeTwice });
  const receiver =
    options.receiver === 'bolt'
      ? new HTTPReceiver({ signingSecret: SECRET, logger: silent })
      : createLeanReceiver({ signingSecret: SECRET, clock, logger, log, deliveries, isRepeated });
  const clientOptions: AppOptions['clientOptions'] = {
    slackApiUrl: standIn.apiUrl,
    retryConfig: { retries: 0 },
  };
  const app = new App({
    token: standIn.workspace.bot.token,
    receiver,
    clientOptions,
    logger: silent,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  await app.init();
  const port = await freePort();
  await app.start({ port, host: HOST });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await app.stop();
    isStopped = true;
  };
  cleanUp.push(stop);

  function post({
    body = '',
    method = 'POST',
    path = '/slack/events',
    headers,
    ...how
  }: Sent): Promise<Response> {
    const all = { 'content-type': FORM, ...signature(body, how), ...headers };
    const kept = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const sent = method === 'GET' ? {} : { body };
    return fetch(`http://${HOST}:${port}${path}`, { method, headers: Object.fromEntries(kept), ...sent });
  }

  function signature(body: string, { after = 0, secret = SECRET }: Pick<Sent, 'after' | 'secret'>) {
    const timestamp = String(Math.floor(clock.now() / 1_000) + after);
    const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
  }

  return { app, port, clock, log, memory, deliveries, post, signature, stop };
}

/** A body as Slack's forms have it: every field by itself, or one payload. */
export const fields = (of: object): string =>
  new URLSearchParams(Object.entries(of).map(([name, value]) => [name, String(value)])).toString();
export const payload = (of: object): string =>
  new URLSearchParams({ payload: JSON.stringify(of) }).toString();

/** A world whose app writes down what it hears, and acks it. */
export async function listening(
  options: Parameters<typeof serve>[0] = {},
): Promise<HttpWorld & { readonly heard: string[] }> {
  const world = await serve(options);
  const heard: string[] = [];
  world.app.command('/hands', async ({ command, ack }) => {
    heard.push(`command ${command.text}`);
    await ack();
  });
  world.app.action(/.*/, async ({ action, ack }) => {
    heard.push(`button ${'value' in action ? action.value : ''}`);
    await ack();
  });
  world.app.event(/.*/, async ({ event }) => void heard.push(`event ${event.type}`));
  return { ...world, heard };
}

export const statusOf = async (answer: Promise<Response>) => (await answer).status;
