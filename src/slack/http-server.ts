import { createServer, type RequestListener, type Server } from 'node:http';
import { SECOND } from '../duration.ts';

/**
 * How long (ms) the other side may take over a request (Slack gives up on it sooner), how often that is looked at, and
 * how long a connection may idle: longer than a proxy in front of us keeps its own, or it would use one that we are just
 * closing.
 */
const TIMES = {
  requestTimeout: 5 * SECOND,
  headersTimeout: 5 * SECOND,
  connectionsCheckingInterval: 1 * SECOND,
  keepAliveTimeout: 75 * SECOND,
};
/** Connections at once. Slack comes over a few of a proxy's. */
const MOST_CONNECTIONS = 1_000;
/** How long (ms) stopping waits for requests under way: Slack gives up on them no later. */
const PATIENCE = 3 * SECOND;

/** A server that does not let anyone take long, or all of it. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(TIMES, listener);
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

/** Rejects where the port cannot be opened. */
export function listen(
  server: Server,
  where: { readonly port: number; readonly host: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes no new connections, answers what is under way, and cuts what then still holds on. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
