import type { ServerResponse } from 'node:http';
import type { Failure } from './failures.ts';

export type Reply = { readonly status: number; readonly type: string; readonly body: string };

/** Sends the reply, or loses it in the way the failure says. */
export function deliver(response: ServerResponse, failure: Failure | undefined, reply: Reply): void {
  switch (failure?.kind) {
    case 'hang':
    case 'accept-then-hang':
      return;
    case 'cut':
    case 'accept-then-cut':
      response.socket?.destroy();
      return;
    case 'rate-limited':
      response.writeHead(429, { 'retry-after': String(failure.retryAfterSeconds) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    case 'server-error':
      response.writeHead(500, { 'content-type': 'text/html' });
      response.end('<html><body>Internal Server Error</body></html>');
      return;
    default:
      response.writeHead(reply.status, { 'content-type': reply.type });
      response.end(reply.body);
  }
}
