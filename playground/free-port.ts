import { createServer } from 'node:net';

/** A TCP port on the loopback address that nobody listens on at this moment. The system chooses it, above 20,000. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await portOfTheSystem();
    if (port > 20_000) return port;
  }
}

function portOfTheSystem(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
