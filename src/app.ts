import { App, type Receiver } from '@slack/bolt';
import { createHeartbeat, type Ticker } from '../jobs/heartbeat.ts';
import { createSlotQueue } from '../jobs/queue.ts';
import { startWorker } from '../jobs/worker.ts';
import { openDoors } from '../listeners/index.ts';
import { isSafeTwice } from '../listeners/safe-twice.ts';
import { createOps } from '../ops/ops.ts';
import type { Config } from './config.ts';
import { isDoneWithin } from './done-within.ts';
import { SECOND } from './duration.ts';
import type { Locale } from './locale.ts';
import { slackLogger } from './log.ts';
import type { Clock, Log } from './ports.ts';
import type { CustodyKind } from './promise.ts';
import type { KeyCustody } from './pulse/key-custody.ts';
import type { Installation } from './pulse/privacy-view.ts';
import type { Store } from './redis/connection.ts';
import { localRedisFolder, readServerSettings } from './redis/server-settings.ts';
import { createTakenEvents } from './redis/taken-events.ts';
import { createTakenRequests } from './redis/taken-requests.ts';
import { buildRooms, type RoomPorts } from './rooms.ts';
import { createClients, once } from './slack/clients.ts';
import { createDeliveries } from './slack/deliveries.ts';
import { openDoor, receiverFor, watchDoor } from './slack/door.ts';
import { createGateway } from './slack/gateway.ts';
import { type PostJson, postJsonOver } from './slack/post-json.ts';
import { createRepeatCheck } from './slack/repeat-check.ts';
import { createOffer, createRespond } from './slack/response-url.ts';
import { checkAppToken, introduce, signIn } from './slack/sign-in.ts';
import { version } from './version.ts';

/** Everything the app needs from the world; tests, the playground and `main.ts` each bring their own. */
export type Ports = RoomPorts & {
  readonly log: Log;
  readonly ticker: Ticker;
  /** The way to the network. */
  readonly fetch: typeof globalThis.fetch;
  /** The way out for private lines; by default over `fetch`. */
  readonly postJson?: PostJson;
  /** The time that Slack signs with, where `clock` is another one. */
  readonly realClock?: Clock;
  /** A way in other than the configured one. */
  readonly receiver?: Receiver;
  /** Jobs under way at once in this process. */
  readonly concurrency?: number;
  /** After how long (ms) of silence a slot is taken over from a process that died. */
  readonly recoveredAfter?: number;
};

export type ManyHands = Awaited<ReturnType<typeof createApp>>;

/** How often Slack is tried at start, and how long (ms) in between. */
const PATIENCE = { attempts: 5, pause: 2 * SECOND };

/** How long (ms) stopping waits: whoever stops a service kills it after ten seconds. */
const LONGEST_STOP = 8 * SECOND;

/** Builds every room and wires the doors. Nothing runs and nothing is reached before `start`. */
export function createApp(config: Config, ports: Ports) {
  const { clock, log, store, ticker, fetch } = ports;
  const logger = slackLogger(log);
  const where = config.slackApiUrl === undefined ? {} : { slackApiUrl: config.slackApiUrl };
  const clientOptions = { ...where, logger, fetch };
  const clients = createClients(config.botToken, clientOptions);
  const deliveries = createDeliveries({ events: createTakenEvents({ client: store.client }) });
  const isRepeated = createRepeatCheck({
    requests: createTakenRequests({ client: store.client }),
    isSafeTwice,
  });
  const wayIn = { clientOptions, logger, log, deliveries, isRepeated, clock: ports.realClock ?? clock };
  const receiver = ports.receiver ?? receiverFor(config.door, wayIn);
  const isReachable = watchDoor(receiver);
  const bolt = new App({
    token: config.botToken,
    receiver,
    // Bolt asks who we are, once, at start; by itself it would try for half an hour.
    clientOptions: once(clientOptions),
    logger,
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
    // Of what the app does itself, it hears nothing but its own coming and going, which is news.
    ignoreSelf: false,
  });
  const queue = createSlotQueue({ store });
  const ops = createOps(config.ops, {
    clock,
    version,
    pingRedis: () => store.client.ping(),
    queueDepth: queue.depth,
    isConnected: () => isOpen && isReachable(),
  });
  const rooms = buildRooms(config, ports, ops.watchGateway(createGateway(clients)));
  const { content } = ports;
  const { locale } = config;
  const words = {
    questionsIn: (spoken: Locale) => content[spoken].questions,
    questionOf: (id: string, spoken: Locale) => content[spoken].wordingOf(id).question,
    locale,
  };
  const installation = () => installationOf(rooms.custody, ports);
  const answers = ops.watchAnswers(rooms.answers, rooms.pulses);
  const way = { post: ports.postJson ?? postJsonOver(fetch), ...where };
  const respond = createRespond(way);
  const offer = createOffer(way);
  const services = { ...rooms, answers, ...words, clock, log, installation, respond, offer };
  const { gateway, teams } = rooms;
  const { failed } = deliveries;
  const watched = ops.watchSlots(rooms);
  const doors = openDoors(bolt, services, { log, respond, gateway, teams, locale, failed });
  const beat = ops.watchBeat(createHeartbeat({ calendar: watched.calendar, queue, clock, log }));
  const running: { stop: () => Promise<void> }[] = [];
  let opsPort: number | undefined;
  let isOpen = false;
  let isStopped = false;

  return {
    bolt,
    rooms,
    beat,
    /** Where health and metrics are served, once started. */
    opsPort: () => opsPort,

    /** Signs in, starts workers and heartbeat, opens the door. Throws `StartProblem` with a sentence. */
    async start(options: { readonly onJobEnd?: (jobId: string) => void } = {}): Promise<void> {
      opsPort = await ops.open();
      for (const warning of await warningsAbout(store, rooms.checkKeys)) log.warn(warning);
      const patience = { ...PATIENCE, log };
      await signIn(clients.asking, patience);
      if (ports.receiver === undefined && config.door.kind === 'socket') {
        await checkAppToken(createClients(config.door.appToken, clientOptions).asking, patience);
      }
      await introduce(bolt, patience);
      // Stopped while Slack was waited for: nothing may hold on to the store any more.
      if (isStopped) return;
      await rooms.pulses.sweep();
      const onEnd = options.onJobEnd === undefined ? {} : { onEnd: options.onJobEnd };
      const { recoveredAfter } = ports;
      const worker = startWorker({
        store,
        services: watched,
        log,
        concurrency: ports.concurrency ?? 8,
        ...(recoveredAfter === undefined ? {} : { recoveredAfter }),
        ...onEnd,
      });
      running.push({ stop: () => worker.close() });
      await openDoor(bolt, config.door);
      isOpen = true;
      running.push({ stop: async () => void (await bolt.stop()) });
      if (isStopped) return;
      const ticking = ticker.start(async () => void (await beat()));
      ops.ticks();
      running.push({ stop: async () => ticking.stop() });
    },

    /**
     * Stops taking work in, waits for what was begun (people's and the calendar's alike), within bounds, and lets go
     * of the queue. The store is its owner's.
     */
    async stop(): Promise<void> {
      isStopped = true;
      isOpen = false;
      const stopping = Promise.allSettled(running.splice(0).map((part) => part.stop())).then(doors.settled);
      if (!(await isDoneWithin(stopping, LONGEST_STOP)))
        log.error('Stopping does not wait any longer for what was begun');
      await queue.close();
      await ops.close();
    },
  };
}

/** What is unwise about the set-up. Of the store in memory nothing: it has said already that it is no Redis. */
async function warningsAbout(
  { kind, client }: Store,
  checkKeys: KeyCustody['check'],
): Promise<readonly string[]> {
  if (kind === 'embedded') return checkKeys();
  const { warnings } = await readServerSettings(client);
  return [...warnings, ...(await checkKeys(await localRedisFolder(client)))];
}

async function installationOf(custody: CustodyKind, { store }: Ports): Promise<Installation> {
  const { described } = await readServerSettings(store.client);
  return { version, custody, store: { kind: store.kind, settings: described } };
}
