import type { App } from '@slack/bolt';
import { isDoneWithin } from '../done-within.ts';
import { MINUTE, SECOND } from '../duration.ts';
import { createSocketConnection, type SocketConnection, type SocketDeps } from './socket-connection.ts';

/** How long (ms) a connection that Slack wants to end stays for the other one: less than the ten seconds it has. */
const LONGEST_STAY = 8 * SECOND;
/** How long (ms) we wait for acks: Slack waits no longer. */
const LONGEST_ACK = 3 * SECOND;
/** Connections Slack allows an app, in all of its processes (docs: Socket Mode, "Using multiple connections"). */
const MOST = 10;
const TOO_MANY = 'too_many_websockets';
/** Milliseconds between two attempts to connect the second. */
const NEXT_ATTEMPT = 10 * MINUTE;

/**
 * Socket Mode over two connections: each envelope goes to one of them, whichever Slack chooses. Every few hours Slack
 * ends a connection, and Bolt is away for some seconds then. So the second is opened half a lifetime after the first,
 * or as soon as the first is told to go; and neither goes before the other is there and everything is acked.
 */
export function createPairedSockets(deps: SocketDeps) {
  const { log } = deps;
  // Where both are told to go at once, the first goes first.
  const first: SocketConnection = createSocketConnection(deps, () => goOnce(second.up, first));
  const second: SocketConnection = createSocketConnection(deps, async (reason) => {
    if (reason === TOO_MANY) await giveUpSecond();
    else await goOnce(first.upToStay, second);
  });
  const state: { isStopped: boolean; hasSecond: boolean; timer?: NodeJS.Timeout } = {
    isStopped: false,
    hasSecond: false,
  };

  async function goOnce(otherIsThere: () => Promise<void>, leaving: SocketConnection): Promise<void> {
    void openSecond();
    await isDoneWithin(otherIsThere(), LONGEST_STAY);
    await leaving.settled(LONGEST_ACK);
  }

  async function openSecond(): Promise<void> {
    if (state.hasSecond || state.isStopped) return;
    state.hasSecond = true;
    await second.start().catch(giveUpSecond);
  }

  async function giveUpSecond(): Promise<void> {
    if (!state.hasSecond || state.isStopped) return;
    state.hasSecond = false;
    log.warn('Slack takes no second connection; it is tried again later');
    openSecondIn(NEXT_ATTEMPT);
    await second.stop();
  }

  function openSecondIn(milliseconds: number): void {
    state.timer = setTimeout(() => void openSecond(), milliseconds);
    state.timer.unref();
  }

  return {
    init(app: App): void {
      first.init(app);
      second.init(app);
    },

    async start(): Promise<void> {
      const hello = await first.start();
      // A stand-in that never ends a connection does not say how long it lasts.
      const isRoom = (hello?.connections ?? 1) < MOST - 1;
      if (hello?.lifetime !== undefined && isRoom) openSecondIn((hello.lifetime * SECOND) / 2);
    },

    /** Whether Slack has a connection to us, be it one that is to end. */
    isReachable: (): boolean => first.isUp() || second.isUp(),

    /** Waits for acks that are under way, and closes both. */
    async stop(): Promise<void> {
      state.isStopped = true;
      clearTimeout(state.timer);
      const open = state.hasSecond ? [first, second] : [first];
      await Promise.all(open.map((connection) => connection.settled(LONGEST_ACK)));
      await Promise.all(open.map((connection) => connection.stop()));
    },
  };
}
