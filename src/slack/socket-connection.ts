import { type App, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '@slack/logger';
import type { WebClientOptions } from '@slack/web-api';
import { isDoneWithin } from '../done-within.ts';
import { SECOND } from '../duration.ts';
import type { Clock, Log } from '../ports.ts';
import type { Deliveries } from './deliveries.ts';
import { type Hello, noteOf } from './socket-notes.ts';
import { createUnacked } from './unacked.ts';

/** How long (ms) Slack may take to answer our closing; it need not, and Bolt's client would wait for longer. */
const CLOSING = 1 * SECOND;
/** Milliseconds before connecting anew after Slack has refused it. */
const NEXT_ATTEMPT = 30 * SECOND;

export type SocketConnection = ReturnType<typeof createSocketConnection>;

export type SocketDeps = {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  /** How long (ms) Bolt waits for Slack's pong, and before it reconnects. Default: Bolt's, 5 s. */
  readonly pingTimeout?: number;
};

type State = {
  isUp: boolean;
  upSince: number;
  isLeaving: boolean;
  isStopped: boolean;
  stayAway: number;
  hello?: Hello;
};

/** What somebody with several connections makes of what happens to one. */
type Others = {
  /**
   * Told Slack's reason; resolves when there is no more cause to stay, with how long (ms) to stay away besides Bolt's
   * five seconds. Slack cuts the line some ten seconds after its word.
   */
  readonly mayLeave: (reason: string) => Promise<number>;
  /** Called whenever it is there, the first time included. */
  readonly cameUp: () => void;
};

/**
 * One connection of Socket Mode: Bolt's receiver, which reconnects by itself, made to leave politely. When Slack says
 * that a connection will end, Bolt closes it at once, and what is not acked by then never will be.
 */
export function createSocketConnection(deps: SocketDeps, { mayLeave, cameUp }: Others) {
  const { appToken, clientOptions, logger, log, clock, pingTimeout: clientPingTimeout } = deps;
  const installerOptions = { clientOptions: { ...clientOptions } };
  const pings = clientPingTimeout === undefined ? {} : { clientPingTimeout };
  const receiver = new SocketModeReceiver({ appToken, logger, installerOptions, ...pings });
  const { client } = receiver;
  const state: State = { isUp: false, upSince: 0, isLeaving: false, isStopped: false, stayAway: 0 };
  const unacked = createUnacked(deps);
  client.on('connected', () => {
    state.isUp = true;
    state.upSince = clock.now();
    state.isLeaving = false;
    cameUp();
  });
  client.on('close', () => {
    state.isUp = false;
  });

  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const pass = () => {
      for (const handle of handlers) handle.call(client, data, isBinary);
    };
    const note = noteOf(data);
    if (note?.type === 'hello') state.hello = note;
    if (note?.type !== 'disconnect' || note.reason === 'link_disabled') pass();
    else void leave(note.reason, pass);
  });

  /** Lets Bolt close the connection, unless it has been closed while we waited. */
  async function leave(reason: string, pass: () => void): Promise<void> {
    const socket = client.websocket;
    state.isLeaving = true;
    state.stayAway = await mayLeave(reason);
    if (client.websocket !== socket) return;
    state.isUp = false;
    const closed = new Promise((resolve) => client.once('close', resolve));
    pass();
    if (!(await isDoneWithin(closed, CLOSING))) socket?.disconnect(); // The second time it waits for nobody.
  }

  const start = client.start.bind(client);
  /** For Bolt's client, which reconnects with this and ends the process where it fails. */
  client.start = async () => {
    if (state.stayAway > 0) await pause(state.stayAway);
    state.stayAway = 0;
    for (;;) {
      if (state.isStopped) return new Promise(() => undefined);
      try {
        return await start();
      } catch {
        if (!state.isStopped) {
          log.warn('Socket Mode cannot reconnect yet');
          await pause(NEXT_ATTEMPT);
        }
      }
    }
  };

  /** Resolves when the connection is there the next time. */
  const nextUp = () => new Promise<void>((resolve) => client.once('connected', () => resolve()));

  return {
    init: (app: App): void => receiver.init(replaced(app, (event) => unacked.take(app, event))),

    /** Connects, and resolves with what Slack said then. Throws where Slack refuses. */
    async start(): Promise<Hello | undefined> {
      state.isStopped = false;
      await start();
      return state.hello;
    },

    isUp: (): boolean => state.isUp,

    /** Whether it is there, and has not been told to go. */
    isUpToStay: (): boolean => state.isUp && !state.isLeaving,

    /** When it came up the last time (ms). */
    upSince: (): number => state.upSince,

    /** What Slack said when it came up the last time. */
    hello: (): Hello | undefined => state.hello,

    /** Resolves once the connection is there, be it about to go. */
    up: async (): Promise<void> => (state.isUp ? undefined : nextUp()),

    /** Resolves once the connection is there and has not been told to go. */
    upToStay: async (): Promise<void> => (state.isUp && !state.isLeaving ? undefined : nextUp()),

    /** Waits until nothing is unacked, or until it has lasted too long (ms). */
    settled: unacked.settled,

    async stop(): Promise<void> {
      state.isStopped = true;
      state.isUp = false;
      if (await isDoneWithin(client.disconnect(), CLOSING)) return;
      client.websocket?.disconnect();
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The app as the receiver sees it, with our way of taking what comes. */
function replaced(app: App, processEvent: App['processEvent']): App {
  return new Proxy(app, {
    get: (target, name) => (name === 'processEvent' ? processEvent : Reflect.get(target, name)),
  });
}
