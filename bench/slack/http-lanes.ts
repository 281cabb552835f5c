import { connect, type Socket } from 'node:net';
import { createMessageReader } from './http-messages.ts';
import type { Lanes } from './lanes.ts';
import { signedRequest } from './signed-request.ts';

/** Kept-alive connections, one request at a time on each, as Slack's side would hold them. */
export function createHttpLanes(port: number, count: number): Lanes {
  const waiting: ((wasTaken: boolean) => void)[] = [];
  let sockets: readonly Socket[] = [];
  const close = () => {
    for (const socket of sockets) socket.destroy();
  };
  const opened = (lane: number) =>
    connected(port, ({ head }) => waiting[lane]?.(head.startsWith('HTTP/1.1 200')));
  return {
    count,
    close,
    async renew() {
      close();
      sockets = await Promise.all(Array.from({ length: count }, (_, lane) => opened(lane)));
    },
    prepare(payload) {
      const request = signedRequest(payload, port);
      return (lane, whenAcked) => {
        waiting[lane] = whenAcked;
        sockets[lane]?.write(request);
      };
    },
  };
}

function connected(port: number, take: Parameters<typeof createMessageReader>[0]): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true).on('data', createMessageReader(take)).on('error', reject);
  });
}
