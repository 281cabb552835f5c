import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createFrameReader, frame } from './web-socket-frames.ts';

/** One client of the server. */
export type Peer = {
  readonly send: (text: string) => void;
  /** Sends a close frame, and ends the connection once the other side has answered it. */
  readonly close: () => void;
  /** Cuts the line without a word. */
  readonly cut: () => void;
};

export type PeerEvents = {
  readonly text: (text: string) => void;
  /** The other side asked to close, answered our asking, or is gone: nothing it would be sent arrives any more. */
  readonly closed: () => void;
};

export type WebSocketServer = { readonly url: string; readonly stop: () => Promise<void> };

/** From RFC 6455, section 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A WebSocket server on a free port of 127.0.0.1: text frames, pings answered, no extensions. */
export async function serveWebSockets(
  welcome: (peer: Peer, request: IncomingMessage) => PeerEvents,
): Promise<WebSocketServer> {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(426).end());
  server.on('upgrade', (request, socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.setNoDelay(true).write(handshake(request));
    converse(socket, (peer) => welcome(peer, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function handshake({ headers }: IncomingMessage): string {
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${GUID}`).digest('base64');
  const lines = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`];
  return ['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n');
}

function converse(socket: Socket, welcome: (peer: Peer) => PeerEvents): void {
  let isClosing = false;
  const close = () => {
    if (!isClosing) socket.write(frame('close'));
    isClosing = true;
  };
  const events = welcome({
    send: (text) => void socket.write(frame('text', text)),
    close,
    cut: () => void socket.destroy(),
  });
  let isOver = false;
  const over = () => {
    if (!isOver) events.closed();
    isOver = true;
  };
  const read = createFrameReader(({ kind, content }) => {
    if (kind === 'text') return events.text(content.toString());
    if (kind === 'ping') return void socket.write(frame('pong', content));
    if (kind !== 'close') return;
    close();
    over();
    socket.end();
  });
  socket.on('data', read).on('close', over);
}
