import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Failure } from './failures.ts';
import { readBody } from './request.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One request, read whole, and the way to answer it: as given, or as the failure has it. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly body: string;
  readonly reply: (reply: Reply, failure: Failure | undefined) => void;
};

export type Server = { readonly origin: string; readonly stop: () => Promise<void> };

/** Serves on a free port of 127.0.0.1. A handler that throws is answered with HTTP 500 and its message. */
export async function serve(handle: (exchange: Exchange) => void): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      const body = await readBody(request);
      const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
      handle({ request, path, body, reply: (reply, failure) => deliver(response, reply, failure) });
    } catch (error) {
      response.writeHead(500).end(`the stand-in itself failed: ${String(error)}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function deliver(response: ServerResponse, reply: Reply, failure: Failure | undefined): void {
  switch (failure?.kind) {
    case 'hang':
    case 'accept-then-hang':
      return;
    case 'slow':
      setTimeout(() => deliver(response, reply, undefined), failure.milliseconds);
      return;
    case 'cut':
    case 'accept-then-cut':
      response.socket?.destroy();
      return;
    case 'rate-limited':
      response.writeHead(429, headersOf(failure.retryAfterSeconds));
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    case 'server-error':
      response.writeHead(500, { 'content-type': 'text/html' });
      response.end('<html><body>Internal Server Error</body></html>');
      return;
    default:
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body);
  }
}

function headersOf(retryAfterSeconds: number | undefined): Readonly<Record<string, string>> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
}
