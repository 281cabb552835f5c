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
/** Milliseconds between two attempts to connect the second, and the first where there are too many. */
const NEXT_ATTEMPT = { second: 10 * MINUTE, first: 1 * MINUTE };
/** Connections that came up within this part of a lifetime would go together, too. */
const TOO_CLOSE = 1 / 8;

/**
 * Socket Mode over two connections: each envelope goes to one of them, whichever Slack chooses. Every few hours Slack
 * ends a connection, and Bolt is away for some seconds then. So the second is opened half a lifetime after the first,
 * or as soon as the first is told to go; and neither goes before the other is there and everything is acked. Where both
 * have come up at about the same time, as after a cut line, the second goes and comes back half a lifetime later.
 */
export function createPairedSockets(deps: SocketDeps) {
  const { log } = deps;
  // Where both are told to go at once, the first goes first.
  const first: SocketConnection = createSocketConnection(deps, {
    cameUp: () => keepApart(),
    mayLeave: (reason) => (reason === TOO_MANY ? makeRoom() : goOnce(second.up, first)),
  });
  const second: SocketConnection = createSocketConnection(deps, {
    cameUp: () => keepApart(),
    mayLeave: (reason) => (reason === TOO_MANY ? giveUpSecond() : goOnce(first.upToStay, second)),
  });
  const state: { isStopped: boolean; hasSecond: boolean; leaving?: Promise<void>; timer?: NodeJS.Timeout } = {
    isStopped: false,
    hasSecond: false,
  };

  async function goOnce(otherIsThere: () => Promise<void>, leaving: SocketConnection): Promise<number> {
    void openSecond();
    await isDoneWithin(otherIsThere(), LONGEST_STAY);
    await leaving.settled(LONGEST_ACK);
    return 0;
  }

  /** Another connection would be one more: none is opened, and this one comes back later. */
  async function makeRoom(): Promise<number> {
    log.warn('Slack takes no more connections of this app (ten are the most); it is tried again later');
    await first.settled(LONGEST_ACK);
    return NEXT_ATTEMPT.first;
  }

  async function openSecond(): Promise<void> {
    if (state.hasSecond || state.isStopped) return;
    state.hasSecond = true;
    await state.leaving;
    if (state.isStopped) return;
    await second.start().catch(giveUpSecond);
  }

  async function giveUpSecond(): Promise<number> {
    if (!state.hasSecond || state.isStopped) return 0;
    log.warn('Slack takes no second connection; it is tried again later');
    await letSecondGo(NEXT_ATTEMPT.second);
    return 0;
  }

  /** Closes the second, once everything is acked, and opens it again so many milliseconds later. */
  async function letSecondGo(later: number): Promise<void> {
    state.hasSecond = false;
    openSecondIn(later);
    state.leaving = second.settled(LONGEST_ACK).then(second.stop);
    await state.leaving;
  }

  function keepApart(): void {
    const lifetime = (first.hello()?.lifetime ?? 0) * SECOND;
    if (state.isStopped || !state.hasSecond || !first.isUpToStay() || !second.isUpToStay()) return;
    const apart = Math.abs(first.upSince() - second.upSince());
    if (apart < lifetime * TOO_CLOSE) void letSecondGo(lifetime / 2);
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
      await Promise.all([state.leaving, ...open.map((connection) => connection.stop())]);
    },
  };
}
