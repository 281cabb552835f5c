import { serveWebSockets } from './web-socket.ts';

/** One open connection of an app, as Slack sees it. */
export type Link = {
  /** Which one: 1 for the first that ever connected. */
  readonly number: number;
  /** Hands an envelope to this connection; resolves with what it was acked with. */
  readonly send: (type: EnvelopeType, payload: object) => Promise<Acked>;
  /** Says that the connection will end (docs: Socket Mode, "Handle disconnects"); Slack sends nothing more over it. */
  readonly warn: (reason: DisconnectReason) => void;
  readonly close: () => void;
  readonly cut: () => void;
  /** Whether Slack would still choose it for an envelope. */
  readonly isOpen: () => boolean;
};

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';
export type EnvelopeType = 'interactive' | 'slash_commands' | 'events_api';

/** `lost`: the connection ended before the app had acked. */
export type Acked = { readonly payload: unknown } | 'lost';

export type SocketMode = {
  /** What `apps.connections.open` answers. */
  readonly url: string;
  /** Every connection there was, the first one first. */
  readonly links: readonly Link[];
  /** `open 1`, `open 2`, `end 1`, …: when connections came and went, from either side. */
  readonly history: readonly string[];
  /** Hands an envelope to any open connection, as Slack does: the next in turn. `lost` if there is none. */
  readonly send: (type: EnvelopeType, payload: object) => Promise<Acked>;
  readonly stop: () => Promise<void>;
};

/**
 * The websocket side of Slack: says hello, hands each envelope to one of the app's connections, and notes acks.
 * @param lifetime what `hello` says about how long a connection lasts, in seconds
 * @param others how many connections the app has in other processes
 */
export async function startSocketMode(
  options: { readonly lifetime?: number | 'unsaid'; readonly others?: number } = {},
): Promise<SocketMode> {
  const { lifetime = 3_600, others = 0 } = options;
  const links: Link[] = [];
  const history: string[] = [];
  let envelopes = 0;
  let turns = 0;

  const server = await serveWebSockets((peer) => {
    const waiting = new Map<string, (acked: Acked) => void>();
    let isOpen = true;
    const send: Link['send'] = (type, payload) => {
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      peer.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true }));
      return new Promise((resolve) => waiting.set(id, resolve));
    };
    const warn: Link['warn'] = (reason) => {
      isOpen = false;
      peer.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'stand-in' } }));
    };
    const number = links.length + 1;
    history.push(`open ${number}`);
    links.push({
      number,
      send,
      warn,
      close: peer.close,
      cut: peer.cut,
      isOpen: () => isOpen,
    });
    peer.send(hello(others + links.filter((link) => link.isOpen()).length, lifetime));
    return {
      text(text) {
        const { envelope_id: id, payload } = JSON.parse(text);
        waiting.get(id)?.({ payload });
        waiting.delete(id);
      },
      closed() {
        isOpen = false;
        history.push(`end ${number}`);
        for (const lose of waiting.values()) lose('lost');
        waiting.clear();
      },
    };
  });

  return {
    url: server.url,
    links,
    history,
    async send(type, payload) {
      const open = links.filter((link) => link.isOpen());
      turns += 1;
      return (await open[turns % open.length]?.send(type, payload)) ?? 'lost';
    },
    stop: server.stop,
  };
}

function hello(connections: number, lifetime: number | 'unsaid'): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: {
      host: 'stand-in',
      ...(lifetime === 'unsaid' ? {} : { approximate_connection_time: lifetime }),
    },
    connection_info: { app_id: 'AHANDS' },
  });
}
